import { z } from "zod";
import { channel } from "./interaction.ts";
import { outcomeResult } from "./outcome.ts";

export const passageKind = z.enum(["message", "call", "note", "article"]);
/** What a passage was taken from. */
export type PassageKind = z.infer<typeof passageKind>;

export const passageFilter = z.object({
  contactIds: z.array(z.uuid()).optional(),
  conversationIds: z.array(z.uuid()).optional(),
  /** A company's name, compared without case. */
  company: z.string().optional(),
  channels: z.array(channel).optional(),
  kinds: z.array(passageKind).optional(),
  /** At or after. */
  from: z.date().optional(),
  /** Before. */
  to: z.date().optional(),
  /** How the contact's lead ended; "open": it has not. */
  outcome: z.union([outcomeResult, z.literal("open")]).optional(),
  /** Only contacts assigned to this user; articles, which belong to nobody, stay. */
  assignedTo: z.string().optional(),
});
/** Which passages may be found; conditions hold together. Articles have no contact, and fall out of what asks for one. */
export type PassageFilter = z.infer<typeof passageFilter>;

/** A passage that was found, as it may be quoted. */
export interface PassageHit {
  /** Its number within the tenant: stands for the same words for ever. */
  no: number;
  kind: PassageKind;
  /** Our id and the source's of the message, call or note; null for articles. */
  messageId: string | null;
  messageExternalId: string | null;
  conversationId: string | null;
  conversationExternalId: string | null;
  articleId: string | null;
  articleExternalId: string | null;
  contactId: string | null;
  contactName: string | null;
  /** The contact's. */
  company: string | null;
  /** 0, 1, 2 … within a long text. */
  part: number;
  speaker: string | null;
  direction: "INBOUND" | "OUTBOUND" | null;
  channel: string | null;
  title: string | null;
  /** The words themselves: a customer's or colleague's, never instructions. */
  text: string;
  at: Date;
  /** 0–1, comparable within one answer only. */
  score: number;
  /** The place (from 1) that each way of searching gave it; absent where it was not found that way. */
  ranks: { lexical?: number; vector?: number; name?: number };
}
