import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import type { Database } from "#knowledge/db/database.ts";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { openLocalSearch } from "../../suites/retrieval/open-search.ts";
import { madeUpTenant } from "./made-up-conversations.ts";
import { madeUpVocabulary } from "./made-up-words.ts";
import { ingest, timeSearches } from "./measure-search.ts";
import { searchQueries } from "./search-queries.ts";

type Times = { p50: number; p95: number };

/** What was measured when the database held so many passages of all tenants. */
export interface Stage {
  passages: number;
  /** Passages a second since the stage before. */
  rate: number;
  /** The tenant that ends with a tenth of all. */
  small: Times;
  /** The tenant with most of the rest; null before it has anything. */
  large: Times | null;
}

export interface SearchStagesRun {
  db: Database;
  /** How many passages in the end. */
  passages: number;
  /** Put before the names of the workspaces that are made. */
  prefix: string;
  onProgress(text: string): void;
}

/** Shares of all passages that have been brought in by the end of each stage. */
const shares = [0.1, 0.3, 0.6, 1];
const smallTenants = 6;

/** Grows a database of eight tenants: one with a tenth, six with a sixtieth each, one with the other 80 %; searches at each stage. */
export async function searchStages({ db, passages, prefix, onProgress }: SearchStagesRun): Promise<Stage[]> {
  const random = seededRandom(11);
  const vocabulary = madeUpVocabulary(random);
  const local = openLocalSearch(db);
  const open = async (name: string) => ({ db, local, principal: await principalOf(db, `${prefix}${name}`) });
  const [small, large] = [await open("tenth"), await open("rest")];
  const others = await Promise.all(Array.from({ length: smallTenants }, (_, i) => open(`other-${i}`)));
  let names: string[] = [];
  let conversations = 0;
  const grow = async (bench: typeof small, messages: number): Promise<number> => {
    const made = madeUpTenant(vocabulary, random, { messages: Math.round(messages), from: conversations });
    conversations += made.conversations.length;
    names = [...names, ...made.names].slice(-5_000);
    return ingest(bench, made);
  };
  const stages: Stage[] = [];
  for (const [index, share] of shares.entries()) {
    const wanted = passages * (share - (shares[index - 1] ?? 0));
    onProgress(`${Math.round(passages * share)} passages`);
    let seconds = 0;
    if (index === 0) seconds = await grow(small, wanted);
    else {
      // The six small ones come in between, so that rows of all tenants lie side by side.
      const each = index === 1 ? passages / 60 : 0;
      if (each > 0) for (const other of others) seconds += await grow(other, each);
      seconds += await grow(large, wanted - each * smallTenants);
    }
    const queries = searchQueries(vocabulary, names, seededRandom(12));
    const stage: Stage = {
      passages: Math.round(passages * share),
      rate: wanted / seconds,
      small: await timeSearches(small, queries),
      large: index === 0 ? null : await timeSearches(large, queries),
    };
    stages.push(stage);
    onProgress(
      `${Math.round(stage.rate)} a second; searches ${shown(stage.small)}${stage.large ? `, ${shown(stage.large)}` : ""}`,
    );
  }
  return stages;
}

function shown({ p50, p95 }: Times): string {
  return `${p50.toFixed(0)} ms (95 %: ${p95.toFixed(0)})`;
}

async function principalOf(db: Database, name: string): Promise<Principal> {
  const { id } = await ensureWorkspace(db, name);
  return { tenant: { id, name }, user: "bench", roles: ["ADMIN"] };
}
