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

/** Workspaces a database: a fuller one takes longer to analyse than a new one takes to make. */
const perDatabase = 25;

const analyzeEvery = 8;

/** Makes the workspace of each item, measures it and forgets it, one after the other. @returns the results in the items' order */
export async function overWorkspaces<Item, Result>(
  items: readonly Item[],
  { business, measure, onDone }: Run<Item, Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += perDatabase) {
    await withEmbedded(async (embedded) => {
      for (const [place, item] of items.slice(start, start + perDatabase).entries()) {
        const principal = await embedded.principal(`insights-${place}`);
        const made = simulate(business(item));
        await insertWorkspace(embedded.db, principal, made);
        // As imports do; the planner's picture of several workspaces does not change with each further one.
        if (place % analyzeEvery === 0) await analyzeTables(embedded.db);
        results.push(await measure({ embedded, principal, item, contacts: made.contacts.length }));
        onDone?.(results.length);
      }
    });
  }
  return results;
}

/** Every so many cases, from one of the first on: a thread's share. */
export interface Share {
  from: number;
  step: number;
}

/** The cases of a share; without one, all. */
export function shareOf<Case>(cases: readonly Case[], share: Share = { from: 0, step: 1 }): Case[] {
  return cases.filter((_, index) => index % share.step === share.from);
}
