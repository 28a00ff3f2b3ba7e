/** A table whose rows go with a contact, by foreign keys. */
export interface ContactTable {
  table: string;
  /** SQL: which rows, as `r`; `$2` is the contact's id. */
  where: string;
  /** Under which name an export has its rows; absent: they repeat what others say, or are numbers about it. */
  exported?: string;
  /** Columns that are of no use outside. */
  without?: readonly string[];
  order?: string;
}

const ofContact = "r.contact_id = $2";
const conversationIds = "(select v.id from conversations v where v.tenant_id = $1 and v.contact_id = $2)";
const draftIds = "(select d.id from drafts d where d.tenant_id = $1 and d.contact_id = $2)";

/** Every table that a contact's deletion reaches. A test compares them with the database's foreign keys. */
export const contactTables: readonly ContactTable[] = [
  { table: "contacts", where: "r.id = $2", exported: "contact", without: ["content_hash"] },
  { table: "contact_history", where: ofContact, exported: "fieldHistory", order: "seq" },
  {
    table: "conversations",
    where: ofContact,
    exported: "conversations",
    order: "created_at",
    without: ["content_hash"],
  },
  {
    table: "interactions",
    where: `(${ofContact} or r.conversation_id in ${conversationIds})`,
    exported: "interactions",
    order: "occurred_at",
    without: ["content_hash"],
  },
  { table: "outcomes", where: ofContact, exported: "outcomes", order: "seq", without: ["idempotency_key"] },
  { table: "lead_scores", where: ofContact, exported: "score" },
  { table: "score_history", where: ofContact, exported: "pastScores", order: "seq" },
  { table: "score_votes", where: ofContact, exported: "modelVotes", order: "seq" },
  { table: "follow_ups", where: ofContact, exported: "followUps", order: "due_at" },
  {
    table: "drafts",
    where: `(${ofContact} or r.conversation_id in ${conversationIds})`,
    exported: "drafts",
    order: "proposed_at",
  },
  {
    table: "outbox",
    where: `(${ofContact} or r.conversation_id in ${conversationIds})`,
    exported: "sentReplies",
    order: "created_at",
    without: ["idempotency_key"],
  },
  // The id is what confirms it: whoever has it may.
  {
    table: "proposals",
    where: ofContact,
    exported: "proposals",
    order: "proposed_at",
    without: ["id"],
  },
  { table: "draft_handles", where: `r.draft_id in ${draftIds}` },
  {
    table: "passages",
    where: `(${ofContact} or r.conversation_id in ${conversationIds})`,
    exported: "searchableTexts",
    order: "no",
    without: ["terms", "content_hash", "no", "length"],
  },
  {
    table: "passage_vectors",
    where: `r.no in (select p.no from passages p where p.tenant_id = $1
      and (p.contact_id = $2 or p.conversation_id in ${conversationIds}))`,
  },
];

/** Columns of every table that say nothing about the contact. */
export const neverExported = ["tenant_id"];
