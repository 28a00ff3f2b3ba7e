import type { Principal } from "#core/principal.ts";
import type { PassageDraft } from "../../conversations/passage-draft.ts";
import type { Transaction } from "../../db/database.ts";
import { termCounts } from "../lexical/term-counts.ts";
import { writePostings } from "../lexical/write-postings.ts";
import { namesOf } from "../names/passage-names.ts";
import { writeNames } from "../names/write-names.ts";
import { changeStatistics, takeNumbers, tallyLanguages } from "./statistics.ts";

/** Analyses passages, gives them fresh numbers and stores them with their postings and names. */
export async function insertPassages(
  tx: Transaction,
  principal: Principal,
  drafts: readonly PassageDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const analysed = drafts.map(analyseDraft);
  const first = await takeNumbers(tx, principal, drafts.length);
  const passages = analysed.map((passage, index) => ({ ...passage, no: first + index }));
  await tx.query(insertSql, [principal.tenant.id, JSON.stringify(passages.map(toRow), wellFormed)]);
  await writePostings(tx, principal, "text", passages);
  await writeNames(tx, principal, passages);
  await changeStatistics(tx, principal, {
    passages: passages.length,
    tokens: passages.reduce((sum, { length }) => sum + length, 0),
    languages: tallyLanguages(passages.map(({ language }) => language)),
  });
}

interface Analysed {
  no: number;
  draft: PassageDraft;
  terms: ReadonlyMap<string, number>;
  length: number;
  language: string;
  names: string[];
}

function analyseDraft(draft: PassageDraft): Omit<Analysed, "no"> {
  const counted = termCounts({ ...draft, ownWeight: draft.kind === "article" ? 1 : 2 });
  const terms = new Map<string, number>();
  for (const [term, count] of counted.terms) {
    const stored = term.toWellFormed();
    terms.set(stored, (terms.get(stored) ?? 0) + count);
  }
  return { ...counted, draft, terms, names: namesOf(draft).map((name) => name.toWellFormed()) };
}

/** Half a surrogate pair, wherever it came from, would make Postgres refuse the whole batch. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}

function toRow({ no, draft, terms, length, language, names }: Analysed) {
  return {
    no,
    kind: draft.kind,
    interaction_id: draft.interactionId,
    article_id: draft.articleId,
    conversation_id: draft.conversationId,
    contact_id: draft.contactId,
    part: draft.part,
    speaker: draft.speaker,
    direction: draft.direction,
    channel: draft.channel,
    title: draft.title,
    text: draft.text,
    language,
    terms: [...terms.keys()],
    names,
    length,
    content_hash: draft.contentHash,
    occurred_at: draft.occurredAt,
  };
}

const columns = [
  "no integer",
  "kind text",
  "interaction_id uuid",
  "article_id uuid",
  "conversation_id uuid",
  "contact_id uuid",
  "part smallint",
  "speaker text",
  "direction text",
  "channel text",
  "title text",
  "text text",
  "language text",
  "terms text[]",
  "names text[]",
  "length integer",
  "content_hash text",
  "occurred_at timestamptz",
] as const;
const columnNames = columns.map((column) => column.split(" ")[0]).join(", ");

const insertSql = `insert into passages (tenant_id, ${columnNames})
  select $1, ${columnNames} from json_to_recordset($2::json) as r(${columns.join(", ")})`;
