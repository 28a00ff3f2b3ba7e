import { z } from "zod";
import { impact } from "./score.ts";

export const commitmentKind = z.enum([
  "price",
  "discount",
  "date",
  "deadline",
  "quantity",
  "availability",
  "legal",
  "refund",
]);
/** What a reply can bind its sender to. */
export type CommitmentKind = z.infer<typeof commitmentKind>;

export const draftSource = z.object({
  /** "m:<interaction id>", "a:<article id>#<part>", "r:<passage number>" or "c:<field>". */
  id: z.string(),
  /** thread: this conversation; contact: the contact's other messages; reply: what the team wrote to others, redacted; article; record: a field. */
  kind: z.enum(["thread", "contact", "reply", "article", "record"]),
  title: z.string().nullable(),
  text: z.string(),
  /** ISO 8601. */
  at: z.string().nullable(),
  /** Whether prices, dates and promises may rest on it: articles, records and what this team wrote to this contact. */
  binds: z.boolean(),
});
/** Something that a draft may rest on. */
export type DraftSource = z.infer<typeof draftSource>;

export const draftSentence = z.object({
  text: z.string(),
  /** Ids of sources; empty for greetings, thanks, questions and placeholders. */
  citations: z.array(z.string()),
});
/** A sentence of a draft with what it rests on. */
export type DraftSentence = z.infer<typeof draftSentence>;

export const draftRisk = z.object({
  kind: z.enum([
    "unsupported_commitment",
    "unsupported_statement",
    "contradicting_sources",
    "record_field",
    "open_question",
    "injection_signal",
    "personal_data",
    "link",
    "forbidden_phrase",
    "sensitive",
    "length",
  ]),
  severity: impact,
  text: z.string(),
});
/** Why a person should look. */
export type DraftRisk = z.infer<typeof draftRisk>;

export const suggestedAction = z.enum([
  "send_response",
  "schedule_followup",
  "flag_for_review",
  "advance_stage",
]);
export type SuggestedAction = z.infer<typeof suggestedAction>;

export const draftStatus = z.enum([
  "proposed",
  "approved",
  "edited",
  "rejected",
  "superseded",
  "handed_over",
]);
export type DraftStatus = z.infer<typeof draftStatus>;

export const draftRuleKind = z.enum(["tone", "greeting", "closing", "length", "fact", "forbidden"]);
/** What people's changes have taught. */
export const draftRule = z.object({
  id: z.string(),
  kind: draftRuleKind,
  /** A greeting or closing as written ("Hello {first_name},"), "formal" or "casual", characters at most, a fact, a phrase that must not occur. */
  value: z.string(),
  /** The intent it holds for; null: any. */
  topic: z.string().nullable(),
  /** Whose replies; null: everybody's. */
  user: z.string().nullable(),
});
export type DraftRule = z.infer<typeof draftRule>;

export const draftContent = z.object({
  subject: z.string(),
  sentences: z.array(draftSentence),
  intent: z.string().nullable().describe("Null: none of those that are known."),
  intent_probability: z.number().min(0).max(1),
  questions: z.array(z.object({ text: z.string(), answered: z.boolean() })),
  confidence: z.number().min(0).max(1),
  quality: z.record(z.string(), z.number().min(0).max(1)),
  risks: z.array(draftRisk),
  suggested_actions: z.array(suggestedAction),
  next_steps: z.array(z.string()),
  /** Instead of a reply: why a person must write it, and what the thread is about. */
  hand_over: z.object({ reason: z.string(), summary: z.string() }).nullable(),
  sources: z.array(draftSource.omit({ text: true }).extend({ quote: z.string() })),
  recipients: z.object({ from: z.string().nullable(), to: z.array(z.string()), cc: z.array(z.string()) }),
  injection: z.object({ score: z.number().min(0).max(1), reasons: z.array(z.string()) }),
  notes: z.array(z.string()),
});
/** All of a draft but its place in the records. */
export type DraftContent = z.infer<typeof draftContent>;
