import type { Principal } from "#core/principal.ts";
import type { SearchRequest, SearchResult } from "#core/retrieval.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { Spaces } from "../vectors/spaces.ts";
import { searchByWords } from "./by-words.ts";
import { fuse } from "./fuse.ts";
import { fusionWeights } from "./fusion-weights.ts";
import { readStatistics } from "./lexical/read-statistics.ts";
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
  return async (principal, asked, signal) => {
    const request = readablePart(asked);
    const limit = Math.max(leastPool, request.limit * 2);
    const read = <T>(work: (tx: Transaction) => Promise<T>) => db.readTenant(principal.tenant.id, work);
    const near = async (within: readonly number[] | undefined, tx?: Transaction): Promise<Near> =>
      ways.vector === false || within?.length === 0
        ? { embedder: null, matches: [] }
        : spaces.search(principal, {
            text: textToEmbed(request),
            limit: Math.max(leastNear, request.limit * 2),
            only: within,
            signal,
            tx,
          });
    // A network is not waited for with a transaction open.
    const elsewhere = spaces.atHand
      ? undefined
      : await near(await read((tx) => passagesWithin(tx, principal, request.filter)));
    return read(async (tx) => {
      const within = await passagesWithin(tx, principal, request.filter);
      const statistics = await readStatistics(tx, principal);
      const only = within && new Set(within);
      const words = await searchByWords(tx, principal, { request, statistics, only, limit, ways });
      signal?.throwIfAborted();
      const { embedder, matches } = elsewhere ?? (await near(within, tx));
      const vector = matches.map(({ no, similarity }) => ({ no, score: similarity }));
      const fused = fuse({ lexical: words.lexical, vector, named: words.named }, fusionWeights(embedder));
      const reordered = request.recencyHalfLifeDays !== undefined || request.diverse === true;
      const hits = await loadHits(tx, principal, fused.slice(0, reordered ? limit : request.limit));
      return {
        hits: rankHits(hits, request),
        searched: {
          passages: within?.length ?? statistics.documents,
          embedder,
          pending: statistics.pending,
        },
      };
    });
  };
}

type Near = Awaited<ReturnType<Spaces["search"]>>;

/** A short question lives on what was said before it. */
function textToEmbed({ text, history = [] }: SearchRequest): string {
  return text.split(/\s+/).length < 6 ? [...history.slice(-2), text].join("\n") : text;
}
