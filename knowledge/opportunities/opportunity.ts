import { z } from "zod";

export const opportunityKind = z.enum(["hot_unanswered", "unanswered_questions", "gone_quiet", "upsell"]);
/**
 * hot_unanswered: an open lead with a high score whose last message nobody answered; unanswered_questions: anybody not lost whose
 * question nobody answered; gone_quiet: an open lead with a high score that has been silent for longer than leads like it are;
 * upsell: a customer who is in touch as those were who bought again.
 */
export type OpportunityKind = z.infer<typeof opportunityKind>;

/** A contact with whom something can be won by acting now. */
export interface Opportunity {
  kind: OpportunityKind;
  contactId: string;
  externalId: string | null;
  name: string;
  company: string | null;
  assignedTo: string | null;
  /** 0–100 as stored; null without one. */
  score: number | null;
  band: string | null;
  /** Since when it waits, asks or is silent; of an upsell, the last contact. */
  since: Date;
  /** The messages it rests on, oldest first, at most 10. */
  messageIds: string[];
  /** The sentence itself: a customer's words, data. */
  quote: string | null;
  /** Why, in a sentence with its numbers and nobody's words. */
  reason: string;
  suggestedAction: string;
  /** The numbers of the reason, by name. */
  numbers: Record<string, number>;
  /** Of an upsell: who bought again and was in touch most alike. */
  like: { contactId: string; name: string; boughtAgainAt: Date } | null;
}

export interface OpportunityTotal {
  /** All that qualify. */
  count: number;
  /** False: estimated from the share of those whose texts were read. */
  exact: boolean;
}

/** Which opportunities are looked for. */
export interface OpportunityQuery {
  kinds: readonly OpportunityKind[];
  /** What came later has not happened. */
  asOf: Date;
  /** Whether asOf lies in the past: scores are then those of that time. */
  past: boolean;
  /** Only contacts assigned to this user. */
  assignedTo?: string;
}

/** The opportunities of a kind, best first. */
export interface OpportunityList {
  opportunities: Opportunity[];
  total: OpportunityTotal;
  notes: string[];
}
