import type { Principal } from "#core/principal.ts";
import type { SearchRequest, SearchResult } from "#core/retrieval.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { Spaces } from "../vectors/spaces.ts";
import { searchByWords, type WordMatches } from "./by-words.ts";
import { fuse } from "./fuse.ts";
import { fusionWeights } from "./fusion-weights.ts";
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
    const words = await read(async (tx) => {
      const within = await passagesWithin(tx, principal, request.filter);
      const search = { request, only: within && new Set(within), limit, ways };
      const found = within?.length === 0 ? nothing : await searchByWords(tx, principal, search);
      return { within, ...found, ...(await searched(tx, principal)) };
    });
    signal?.throwIfAborted();
    const { within } = words;
    const vectors =
      ways.vector === false || within?.length === 0
        ? { embedder: null, matches: [] }
        : await spaces.search(principal, {
            text: textToEmbed(request),
            limit: Math.max(leastNear, request.limit * 2),
            only: within,
            signal,
          });
    const near = vectors.matches.map(({ no, similarity }) => ({ no, score: similarity }));
    const fused = fuse(
      { lexical: words.lexical, vector: near, named: words.named },
      fusionWeights(vectors.embedder),
    );
    const reordered = request.recencyHalfLifeDays !== undefined || request.diverse === true;
    const shown = fused.slice(0, reordered ? limit : request.limit);
    const hits = await read((tx) => loadHits(tx, principal, shown));
    return {
      hits: rankHits(hits, request),
      searched: {
        passages: within?.length ?? words.passages,
        embedder: vectors.embedder,
        pending: words.pending,
      },
    };
  };
}

const nothing: WordMatches = { lexical: [], named: new Map() };

/** A short question lives on what was said before it. */
function textToEmbed({ text, history = [] }: SearchRequest): string {
  return text.split(/\s+/).length < 6 ? [...history.slice(-2), text].join("\n") : text;
}

async function searched(
  tx: Transaction,
  principal: Principal,
): Promise<{ passages: number; pending: number }> {
  const { rows } = await tx.query<{ passages: number; pending: number }>(
    `select coalesce((select passages from passage_statistics where tenant_id = $1), 0) as passages,
      (select count(*)::int from (select from passage_queue where tenant_id = $1 limit 100000) q) as pending`,
    [principal.tenant.id],
  );
  return rows[0] ?? { passages: 0, pending: 0 };
}
