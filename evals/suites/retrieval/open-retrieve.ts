import type { Retrieve } from "#core/retrieval.ts";
import type { Search } from "#knowledge/retrieval/search-passages.ts";
import { openRetrieve } from "#servers/compose/retrieve.ts";

/** The retrieval graph as it is without any key: it reads and answers locally. */
export function openLocalRetrieve(search: Search): Retrieve {
  return openRetrieve(search, undefined).retrieve;
}
