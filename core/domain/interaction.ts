import { z } from "zod";

export const interactionType = z.enum([
  "EMAIL",
  "PHONE_CALL",
  "MEETING",
  "CHAT",
  "SOCIAL_MEDIA",
  "FORM_SUBMISSION",
  "WEBSITE_VISIT",
]);
export type InteractionType = z.infer<typeof interactionType>;

export const channel = z.enum([
  "EMAIL",
  "PHONE",
  "LINKEDIN",
  "TWITTER",
  "FACEBOOK",
  "WEBSITE",
  "CHAT",
  "IN_PERSON",
]);
export type Channel = z.infer<typeof channel>;

/** Where an interaction of a type takes place when its source does not say. */
export const usualChannel: Record<InteractionType, Channel | null> = {
  EMAIL: "EMAIL",
  PHONE_CALL: "PHONE",
  MEETING: "IN_PERSON",
  CHAT: "CHAT",
  SOCIAL_MEDIA: null,
  FORM_SUBMISSION: "WEBSITE",
  WEBSITE_VISIT: "WEBSITE",
};

export const direction = z.enum(["INBOUND", "OUTBOUND"]);
export type Direction = z.infer<typeof direction>;

export const interaction = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  contactId: z.uuid(),
  conversationId: z.uuid().nullable(),
  userId: z.string().nullable(),
  /** Null when the source's label fits none of the closed types; `activity` then tells what happened. */
  type: interactionType.nullable(),
  channel: channel.nullable(),
  /** The source's own label ("A_SUBMITTED", "Demo booked"), kept beside the closed type. */
  activity: z.string().nullable(),
  subject: z.string().nullable(),
  content: z.string().nullable(),
  direction: direction.nullable(),
  /** Minutes. */
  duration: z.number().nullable(),
  outcome: z.string().nullable(),
  sender: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
  occurredAt: z.date(),
});
/** One contact's touch with the team: a call, a visit, or a message of a conversation. */
export type Interaction = z.infer<typeof interaction>;

/** As they stand in the database: what an older or newer version wrote, and this one does not know, is none. */
export const storedType = interactionType.nullable().catch(null);
export const storedChannel = channel.nullable().catch(null);
export const storedDirection = direction.nullable().catch(null);
