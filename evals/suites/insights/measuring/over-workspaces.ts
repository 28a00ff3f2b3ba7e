import type { Principal } from "#core/principal.ts";
import { analyzeTables } from "#knowledge/import/import-record.ts";
import { type Embedded, withEmbedded } from "../../../product/with-embedded.ts";
import type { Business } from "../generator/business.ts";
import { insertWorkspace } from "../generator/insert-workspace.ts";
import { simulate } from "../generator/simulate.ts";

/** A made-up workspace in a database, and what it was made from. */
export interface Filled<Item> {
  embedded: Embedded;
  principal: Principal;
  item: Item;
  /** Contacts that were made. */
  contacts: number;
}

interface Run<Item, Result> {
  business(item: Item): Business;
  measure(filled: Filled<Item>): Promise<Result>;
  /** Told after each workspace. */
  onDone?(done: number): void;
}

/** Databases at work at the same time. */
const lanes = 2;

/** Workspaces a database: larger ones take longer to analyse than a new one takes to make. */
const perDatabase = 25;

const analyzeEvery = 8;

/** Makes the workspace of each item, measures it and forgets it. @returns the results in the items' order */
export async function overWorkspaces<Item, Result>(
  items: readonly Item[],
  { business, measure, onDone }: Run<Item, Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  let done = 0;
  const lane = async () => {
    for (
      let chunk = waiting.splice(0, perDatabase);
      chunk.length > 0;
      chunk = waiting.splice(0, perDatabase)
    ) {
      await withEmbedded(async (embedded) => {
        for (const [place, [index, item]] of chunk.entries()) {
          const principal = await embedded.principal(`insights-${index}`);
          const made = simulate(business(item));
          await insertWorkspace(embedded.db, principal, made);
          // As imports do; the planner's picture of several workspaces does not change with each further one.
          if (place % analyzeEvery === 0) await analyzeTables(embedded.db);
          results[index] = await measure({ embedded, principal, item, contacts: made.contacts.length });
          onDone?.(++done);
        }
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, Math.ceil(items.length / perDatabase)) }, lane));
  return results;
}
