import { fuseSearches } from "../fuse-searches.ts";
import type { RetrievalState, RetrievalUpdate } from "../state.ts";

/** More are never looked at. */
const largestPool = 200;

/** Fuses what all searches so far found. @throws what the search threw, if none worked. */
export function gather({ searches, failures }: RetrievalState): RetrievalUpdate {
  if (searches.length === 0 && failures.length > 0) throw failures[0];
  return { pool: fuseSearches(searches).slice(0, largestPool) };
}
