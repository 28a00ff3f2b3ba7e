import type { Principal } from "#core/principal.ts";
import type { SearchRequest, SearchResult } from "#core/retrieval.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { Spaces } from "../vectors/spaces.ts";
import { searchByWords, type WordMatches } from "./by-words.ts";
import { fuse } from "./fuse.ts";
import { fusionWeights } from "./fusion-weights.ts";
import { readStatistics, type Statistics } from "./lexical/read-statistics.ts";
import { loadHits } from "./load-hits.ts";
import { passagesWithin } from "./passage-filter.ts";
import { rankHits } from "./rank-hits.ts";
import { readablePart } from "./readable-part.ts";
import type { Ways } from "./ways.ts";

export interface SearchParts {
  db: Database;
  spaces: Spaces;
  ways?: Ways;
}

export type Search = (
  principal: Principal,
  request: SearchRequest,
  signal?: AbortSignal,
) => Promise<SearchResult>;

/** A passage that no way of searching has among so many is not found; vectors, which count less, are asked for fewer. */
const leastPool = 100;
const leastNear = 40;

/**
 * Makes the hybrid search: by words (BM25, misspelled names included) and by vectors, fused by score. Answers any text; one
 * without words finds nothing, of a very long one its beginning is read. What the filter leaves out is left out before anything is ranked.
 */
export function openSearch({ db, spaces, ways = {} }: SearchParts): Search {
  // An embedded database does one thing at a time; elsewhere vectors are compared while words are looked up.
  const oneByOne = spaces.atHand && db.kind === "embedded";
  return async (principal, asked, signal) => {
    const request = readablePart(asked);
    const limit = Math.max(leastPool, request.limit * 2);
    const read = <T>(work: (tx: Transaction) => Promise<T>) => db.readTenant(principal.tenant.id, work);
    const within = (tx: Transaction) => passagesWithin(tx, principal, request.filter);
    const words = async (tx: Transaction, among: Among) => {
      const statistics = await readStatistics(tx, principal);
      const only = among && new Set(among);
      return {
        statistics,
        ...(await searchByWords(tx, principal, { request, statistics, only, limit, ways })),
      };
    };
    const near = async (among: Among, tx?: Transaction): Promise<Near> =>
      ways.vector === false || among?.length === 0
        ? { embedder: null, matches: [] }
        : spaces.search(principal, {
            text: textToEmbed(request),
            limit: Math.max(leastNear, request.limit * 2),
            only: among,
            signal,
            tx,
          });
    const rank = (tx: Transaction, found: Found) => rankFound(tx, principal, { request, limit, ...found });
    if (oneByOne) {
      return read(async (tx) => {
        const among = await within(tx);
        const said = await words(tx, among);
        return rank(tx, { among, said, meant: await near(among, tx) });
      });
    }
    const among = request.filter && (await read(within));
    const [said, meant] = await Promise.all([read((tx) => words(tx, among)), near(among)]);
    signal?.throwIfAborted();
    return read((tx) => rank(tx, { among, said, meant }));
  };
}

/** Numbers of the passages that the filter lets through; undefined: all. */
type Among = readonly number[] | undefined;
interface Found {
  among: Among;
  said: WordMatches & { statistics: Statistics };
  meant: Near;
}

/** Joins what both ways found, best first, and reads the passages. */
async function rankFound(
  tx: Transaction,
  principal: Principal,
  { request, limit, among, said, meant }: Found & { request: SearchRequest; limit: number },
): Promise<SearchResult> {
  const vector = meant.matches.map(({ no, similarity }) => ({ no, score: similarity }));
  const fused = fuse({ lexical: said.lexical, vector, named: said.named }, fusionWeights(meant.embedder));
  const reordered = request.recencyHalfLifeDays !== undefined || request.diverse === true;
  const hits = await loadHits(tx, principal, fused.slice(0, reordered ? limit : request.limit));
  const { documents, pending } = said.statistics;
  return {
    hits: rankHits(hits, request),
    searched: { passages: among?.length ?? documents, embedder: meant.embedder, pending },
  };
}

type Near = Awaited<ReturnType<Spaces["search"]>>;

/** A short question lives on what was said before it. */
function textToEmbed({ text, history = [] }: SearchRequest): string {
  return text.split(/\s+/).length < 6 ? [...history.slice(-2), text].join("\n") : text;
}
