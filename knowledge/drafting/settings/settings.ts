import { z } from "zod";

/** "HH:MM"; "24:00" ends a day. */
const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "give a time of day as 09:00");

const timeZone = z.string().max(100).refine(isTimeZone, "give a time zone as Europe/Berlin, or UTC");

export const sendingPolicy = z.strictObject({
  enabled: z.boolean().default(false),
  /** Ids of intents whose drafts may leave without a person; none by default. */
  intents: z.array(z.string().min(1).max(100)).max(100).default([]),
  min_confidence: z.number().min(0).max(1).default(0.9),
  working_hours: z
    .strictObject({
      /** 1 Monday … 7 Sunday. */
      days: z.array(z.number().int().min(1).max(7)).max(7).default([1, 2, 3, 4, 5]),
      from: timeOfDay.default("09:00"),
      to: timeOfDay.default("17:00"),
      time_zone: timeZone.default("UTC"),
    })
    .prefault({}),
  /** Automatic replies in one conversation, ever. */
  max_per_thread: z.number().int().min(0).max(20).default(1),
});
/** When a draft may leave without a person's yes; a draft with any risk never does. */
export type SendingPolicy = z.infer<typeof sendingPolicy>;

const domain = z
  .string()
  .max(253)
  .transform((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?(?:\*\.)?/, "")
      .replace(/\/.*$/, ""),
  )
  .refine((text) => /^[^\s/@:.]+(?:\.[^\s/@:.]+)+$/.test(text), "give a domain as acme.example");

export const workspaceSettings = z.object({
  /** The address that replies leave from, where the thread does not tell; null: the thread must. */
  from_address: z
    .string()
    .max(254)
    .regex(
      /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/,
      "give an address as sales@acme.example",
    )
    .nullable()
    .default(null),
  /** Domains, with their subdomains, that links of replies may lead to. */
  allowed_link_domains: z.array(domain).max(200).default([]),
  /** Whether what the team wrote to other contacts, without personal data, may help to write. */
  share_past_replies: z.boolean().default(true),
  /** Whether messages that wait for an answer get a draft by themselves. */
  auto_draft: z.boolean().default(false),
  automatic_sending: sendingPolicy.prefault({}),
});
/** What holds for all drafts of a workspace. */
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

export const userPreferences = z.object({
  /** Whether their drafts may leave by the workspace's policy. */
  auto_response_enabled: z.boolean().default(false),
  /** Hours between the message and an automatic reply, at least. */
  response_delay_hours: z.number().min(0).max(168).default(0),
  /** Characters of a reply, at most. */
  max_response_length: z.number().int().min(100).max(20_000).default(2_000),
  /** How the user signs; null: as the thread's earlier messages tell. */
  name: z.string().trim().min(1).max(120).nullable().default(null),
});
/** How one user wants their drafts. */
export type UserPreferences = z.infer<typeof userPreferences>;

/** All that a draft is written and checked by. */
export interface DraftingSettings {
  workspace: WorkspaceSettings;
  user: UserPreferences;
}

/** What holds where nobody has said otherwise. */
export const defaultSettings: DraftingSettings = {
  workspace: workspaceSettings.parse({}),
  user: userPreferences.parse({}),
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
