import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { idf } from "../lexical/bm25.ts";
import { bucketSize, lengthOf, placeOf } from "../lexical/entry.ts";
import { countDocuments, type PostingList, readPostings } from "../lexical/read-postings.ts";
import { wordTerm } from "./name-grams.ts";
import type { Turn } from "./turns.ts";

/** Names that are looked at closely. */
const mostCandidates = 24;
/** Entries read, the rarest trigrams' first. */
const mostEntries = 200_000;
const fewNames = 10_000;
/** Names of which less is heard are not looked at. */
const leastShare = 0.2;
const mostTerms = 4_000;

/** The names, out of so many, that have most trigrams or words in common with what was said, the rare ones counting more. */
export async function findCandidates(
  tx: Transaction,
  principal: Principal,
  { turns, names }: { turns: readonly Turn[]; names: number },
): Promise<string[]> {
  const terms = new Set<string>();
  for (const { words, grams } of turns) {
    for (const gram of grams) terms.add(gram);
    for (const word of words) terms.add(wordTerm(word));
  }
  const said = [...terms].slice(0, mostTerms);
  // Where names are few, their lists are short enough to be read uncounted.
  const chosen = names > fewNames ? await rarest(tx, principal, said) : said;
  const lists = await readPostings(tx, principal, { field: "gram", terms: chosen });
  const numbers = mostAlike(lists);
  if (numbers.length === 0) return [];
  const { rows } = await tx.query<{ name: string }>(
    "select name from passage_names where tenant_id = $1 and no = any ($2::int4[]) order by no",
    [principal.tenant.id, numbers],
  );
  return rows.map(({ name }) => name);
}

/** As many of the terms as may be read, those of the fewest names first. */
async function rarest(tx: Transaction, principal: Principal, terms: readonly string[]): Promise<string[]> {
  const counts = await countDocuments(tx, principal, { field: "gram", terms });
  let read = 0;
  return [...counts]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .filter(([, df]) => {
      read += df;
      return read <= mostEntries;
    })
    .map(([term]) => term);
}

function mostAlike(lists: ReadonlyMap<string, PostingList>): number[] {
  const most = Math.max(...[...lists.values()].map(({ df }) => df), 1);
  const names = new Map<number, { weight: number; heard: number; length: number }>();
  for (const { df, buckets } of lists.values()) {
    const weight = idf(df, 2 * most);
    for (const [bucket, entries] of buckets) {
      for (const entry of entries) {
        const no = bucket * bucketSize + placeOf(entry);
        const name = names.get(no) ?? { weight: 0, heard: 0, length: lengthOf(entry) };
        names.set(no, name);
        name.weight += weight;
        name.heard++;
      }
    }
  }
  return [...names]
    .map(([no, { weight, heard, length }]) => ({ no, share: heard / length, weight }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share * b.weight - a.share * a.weight || a.no - b.no)
    .slice(0, mostCandidates)
    .map(({ no }) => no);
}
