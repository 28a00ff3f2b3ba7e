import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { textSource } from "#knowledge/import/source.ts";
import { loadSet } from "../../suites/retrieval/load-set.ts";
import { quantile } from "../../suites/retrieval/measure-system.ts";
import type { LocalSearch } from "../../suites/retrieval/open-search.ts";
import type { MadeUpTenant } from "./made-up-conversations.ts";

export interface SearchBench {
  db: Database;
  local: LocalSearch;
  principal: Principal;
}

/** Imports conversations and makes them searchable, vectors included; returns the seconds. Contacts are there before the clock starts. */
export async function ingest({ db, local, principal }: SearchBench, tenant: MadeUpTenant): Promise<number> {
  await importContacts(db, principal, textSource("contacts.csv", tenant.contactsCsv), { id: "id" });
  const started = performance.now();
  await loadSet({ db, local, principal }, { articles: [], conversations: tenant.conversations });
  return (performance.now() - started) / 1000;
}

/** Milliseconds of a hybrid search for ten passages, one after the other, after a few to warm up. */
export async function timeSearches(
  { local, principal }: Pick<SearchBench, "local" | "principal">,
  queries: readonly string[],
): Promise<{ p50: number; p95: number }> {
  const search = local.by();
  const times: number[] = [];
  for (const text of [...queries.slice(0, 10), ...queries]) {
    const started = performance.now();
    await search(principal, { text, limit: 10 });
    times.push(performance.now() - started);
  }
  const sorted = times.slice(10).sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}
