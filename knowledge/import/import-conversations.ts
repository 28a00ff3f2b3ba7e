import type { Principal } from "#core/principal.ts";
import { type ConversationDraft, saveConversations } from "../crm/save-conversations.ts";
import type { Database } from "../db/database.ts";
import { type Group, inBatches } from "./batches.ts";
import { encodingWarnings } from "./contact-warnings.ts";
import { readConversation } from "./conversation-line.ts";
import { detectEncoding } from "./encoding.ts";
import { analyzeTables } from "./import-record.ts";
import type { ImportOptions, ImportSummary } from "./import-summary.ts";
import { type JsonBatch, jsonLines } from "./json-lines.ts";
import { repeatFinder, repeatJudge } from "./repeats.ts";
import { type ImportRun, type PreparedImport, runImport } from "./run-import.ts";
import type { Source } from "./source.ts";

export interface ConversationImportOptions extends ImportOptions {
  /** Put before the id of every conversation, for files that number them alike. */
  idPrefix?: string;
  /** The prefix that the contacts were imported with. */
  contactPrefix?: string;
}

const batchSize = 200;

/**
 * Imports conversations from JSON Lines, one a line (see conversation-line.ts); each is stored whole or not at all, and
 * contacts that are unknown are made. Importing the same file again changes nothing; a conversation that has grown
 * gets its new messages.
 * @throws AppError VALIDATION_FAILED when the file cannot be used (a bad line only counts as skipped), CANCELLED when
 * the signal is aborted.
 */
export async function importConversations(
  db: Database,
  principal: Principal,
  source: Source,
  options: ConversationImportOptions = {},
): Promise<ImportSummary> {
  return runImport(db, principal, { kind: "conversations", source, options, prepare: prepareConversations });
}

async function prepareConversations(run: ImportRun<ConversationImportOptions>): Promise<PreparedImport> {
  const { options, source, progress } = run;
  const encoding = await detectEncoding(source, options.encoding);
  const repeats = repeatFinder();
  for await (const batch of jsonLines(source, encoding)) {
    for (const { value } of batch.values) repeats.add(idOf(value));
    progress.rows(batch.values.length);
  }
  const judge = repeatJudge((key) => repeats.candidates.has(key));
  return {
    encoding,
    mapping: [],
    warnings: encodingWarnings({ encoding, guessed: options.encoding === undefined }),
    settings: {
      idPrefix: options.idPrefix,
      contactPrefix: options.contactPrefix,
      encoding: options.encoding,
    },
    store: () => storeConversations(run, goodDrafts(run, { lines: jsonLines(source, encoding), judge })),
  };
}

async function storeConversations(
  { db, principal, options, origin, tally }: ImportRun<ConversationImportOptions>,
  drafts: AsyncGenerator<Group<ConversationDraft>>,
): Promise<void> {
  await inBatches(drafts, {
    size: batchSize,
    signal: options.signal,
    save: async (batch) => {
      const result = await db.withTenant(
        principal.tenant.id,
        (tx) => saveConversations(tx, principal, { drafts: batch, source: origin, dryRun: options.dryRun }),
        { idempotent: true },
      );
      for (const bad of result.bad) tally.bad(bad);
      tally.add(result);
      if (!options.dryRun) await analyzeTables(db, { growth: 2 });
    },
  });
}

interface Lines {
  lines: AsyncGenerator<JsonBatch>;
  judge: ReturnType<typeof repeatJudge>;
}

async function* goodDrafts(
  { tally, progress, options }: ImportRun<ConversationImportOptions>,
  { lines, judge }: Lines,
): AsyncGenerator<Group<ConversationDraft>> {
  const { idPrefix = "", contactPrefix = "" } = options;
  for await (const { values, bad, bytes } of lines) {
    for (const row of bad) tally.bad(row);
    const drafts: ConversationDraft[] = [];
    for (const { line, value } of values) {
      const draft = readConversation(value, { line, idPrefix, contactPrefix });
      const place =
        typeof draft === "string"
          ? { line, reason: draft }
          : judge({ key: draft.shownId, hash: draft.hash, line });
      if (place === "same") tally.add({ unchanged: 1 });
      else if (place !== "first") tally.bad(place);
      else if (typeof draft !== "string") drafts.push(draft);
    }
    progress.rows(values.length + bad.length);
    yield { items: drafts, bytes };
  }
}

function idOf(value: unknown): string {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id).trim() : "";
}
