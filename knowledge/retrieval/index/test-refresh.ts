import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { testDatabase } from "../../db/test-database.ts";
import { importConversations } from "../../import/import-conversations.ts";
import { textSource } from "../../import/source.ts";
import { rowsOf } from "../../import/test-import.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { type IndexOptions, refreshIndex } from "./refresh-index.ts";

/** No vectors. */
export const spaces: Spaces = {
  atHand: true,
  embedPending: async () => ({ embedded: 0, pending: 0 }),
  search: async () => ({ embedder: null, matches: [] }),
  removeGone: async () => {},
};
/** The database of the tests. */
export const db = testDatabase;
/** Makes a workspace's texts searchable by words. */
export const refresh = (who: Principal, options?: IndexOptions) =>
  refreshIndex({ db: db(), spaces }, who, options);
/** A conversation as a line of an import; null is a message without words. */
export const thread = (texts: (string | null)[], more: object = {}) => ({
  id: "c1",
  contact: "ada@example.org",
  channel: "email",
  messages: texts.map((text, n) => ({ id: n, at: `2024-01-01T10:${10 + n}:00Z`, direction: "in", text })),
  ...more,
});
/** Imports conversations. */
export const converse = (who: Principal, ...threads: object[]) =>
  importConversations(
    db(),
    who,
    textSource("t.jsonl", threads.map((each) => JSON.stringify(each)).join("\n")),
  );
/** Runs SQL whose $1 is the tenant. */
export const write = (who: Principal, sql: string) =>
  db().withTenant(who.tenant.id, (tx) => tx.query(sql, [who.tenant.id]));
/** All passages in the order of their numbers. */
export const passages = (who: Principal) =>
  rowsOf<{ no: number; text: string }>(who, "select no, text from passages where tenant_id = $1 order by no");
/** Numbers of passages by their texts. */
export const numbers = async (who: Principal) =>
  Object.fromEntries((await passages(who)).map(({ no, text }) => [text, no]));
/** What waits. */
export const queue = (who: Principal) => rowsOf(who, "select kind from passage_queue where tenant_id = $1");

/** The same database, with something between what writes and its rows. */
export function meddled(
  query: (tx: Transaction, sql: string, values?: readonly unknown[]) => Promise<unknown>,
) {
  const meddling: Transaction["query"] = (sql, values) => query(tx(), sql, values) as never;
  let tx: () => Transaction;
  const withTenant = ((id, work, options) =>
    db().withTenant(
      id,
      (real) => {
        tx = () => real;
        return work({ query: meddling });
      },
      options,
    )) as ReturnType<typeof db>["withTenant"];
  return { ...db(), withTenant };
}
