import type { Principal } from "#core/principal.ts";
import type { ScopedSearchRequest, SearchRequest, SearchResult } from "#core/retrieval.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { Spaces } from "../vectors/spaces.ts";
import { bestByWords, scoreWords, type WordScores } from "./by-words.ts";
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

/** The hybrid search. */
export interface Search {
  (principal: Principal, request: SearchRequest, signal?: AbortSignal): Promise<SearchResult>;
  /** Looks for one text in several scopes at once: each gets what a search of its own would give, and what they share is read once. */
  within(principal: Principal, request: ScopedSearchRequest, signal?: AbortSignal): Promise<SearchResult[]>;
}

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
  const within: Search["within"] = async (principal, asked, signal) => {
    const request = readablePart(asked);
    const { scopes } = request;
    const read = <T>(work: (tx: Transaction) => Promise<T>) => db.readTenant(principal.tenant.id, work);
    const lettingThrough = async (tx: Transaction) => {
      const amongs: Among[] = [];
      for (const { filter } of scopes) amongs.push(await passagesWithin(tx, principal, filter));
      return amongs;
    };
    const words = async (tx: Transaction, amongs: readonly Among[]) => {
      const statistics = await readStatistics(tx, principal);
      const isNothing = scopes.every((_, i) => amongs[i]?.length === 0);
      const scored = isNothing ? noScores : await scoreWords(tx, principal, { request, statistics, ways });
      return { statistics, ...scored };
    };
    const near = async (limit: number, among: Among, tx?: Transaction): Promise<Near> =>
      ways.vector === false || among?.length === 0
        ? { embedder: null, matches: [] }
        : spaces.search(principal, {
            text: textToEmbed(request),
            limit: Math.max(leastNear, limit * 2),
            only: among,
            signal,
            tx,
          });
    const nearIn = async (tx: Transaction, amongs: readonly Among[]) => {
      const meant: Near[] = [];
      for (const [i, { limit }] of scopes.entries()) meant.push(await near(limit, amongs[i], tx));
      return meant;
    };
    const rank = (tx: Transaction, found: Found) => rankFound(tx, principal, { request, ...found });
    if (oneByOne) {
      return read(async (tx) => {
        const amongs = await lettingThrough(tx);
        const said = await words(tx, amongs);
        return rank(tx, { amongs, said, meant: await nearIn(tx, amongs) });
      });
    }
    const amongs = scopes.some(({ filter }) => filter) ? await read(lettingThrough) : [];
    if (spaces.atHand) {
      // Words are asked for first: what waits for them holds a connection that was asked for later, so that a pool cannot lock itself.
      const scored = read((tx) => words(tx, amongs));
      scored.catch(() => {});
      return read(async (tx) => {
        const meant = await nearIn(tx, amongs);
        const said = await scored;
        signal?.throwIfAborted();
        return rank(tx, { amongs, said, meant });
      });
    }
    const [said, meant] = await Promise.all([
      read((tx) => words(tx, amongs)),
      Promise.all(scopes.map(({ limit }, i) => near(limit, amongs[i]))),
    ]);
    signal?.throwIfAborted();
    return read((tx) => rank(tx, { amongs, said, meant }));
  };
  const search = async (
    principal: Principal,
    { filter, limit, ...request }: SearchRequest,
    signal?: AbortSignal,
  ) => {
    const scope = { limit, ...(filter && { filter }) };
    const [found] = await within(principal, { ...request, scopes: [scope] }, signal);
    return found as SearchResult;
  };
  return Object.assign(search, { within });
}

/** Numbers of the passages that the filter lets through; undefined: all. */
type Among = readonly number[] | undefined;
const noScores: WordScores = { scores: new Map(), meant: [] };
type Near = Awaited<ReturnType<Spaces["search"]>>;
/** What was found; `amongs` and `meant` by scope. */
interface Found {
  amongs: readonly Among[];
  said: WordScores & { statistics: Statistics };
  meant: readonly Near[];
}

/** Joins what both ways found in each scope, best first, and reads the passages. */
async function rankFound(
  tx: Transaction,
  principal: Principal,
  { request, amongs, said, meant }: Found & { request: ScopedSearchRequest },
): Promise<SearchResult[]> {
  const reordered = request.recencyHalfLifeDays !== undefined || request.diverse === true;
  const fused = request.scopes.map((scope, i) => {
    const pool = Math.max(leastPool, scope.limit * 2);
    const among = amongs[i];
    const { lexical, named } = bestByWords(said, { limit: pool, only: among && new Set(among) });
    const { embedder = null, matches = [] } = meant[i] ?? {};
    const vector = matches.map(({ no, similarity }) => ({ no, score: similarity }));
    return fuse({ lexical, vector, named }, fusionWeights(embedder)).slice(0, reordered ? pool : scope.limit);
  });
  const hits = await loadHits(tx, principal, fused);
  const { documents, pending } = said.statistics;
  return request.scopes.map(({ limit }, i) => ({
    hits: rankHits(hits[i] ?? [], { ...request, limit }),
    searched: {
      passages: amongs[i]?.length ?? documents,
      embedder: meant[i]?.embedder ?? null,
      pending,
    },
  }));
}

/** A short question lives on what was said before it. */
function textToEmbed({ text, history = [] }: Pick<SearchRequest, "text" | "history">): string {
  return text.split(/\s+/).length < 6 ? [...history.slice(-2), text].join("\n") : text;
}
