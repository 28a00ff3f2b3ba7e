import type { Database } from "#knowledge/db/database.ts";
import { localEmbedder } from "#knowledge/embeddings/local-embedder.ts";
import { openSearch, type Search } from "#knowledge/retrieval/search-passages.ts";
import type { Ways } from "#knowledge/retrieval/ways.ts";
import { pgvectorStore } from "#knowledge/vectors/pgvector-store.ts";
import { openSpaces, type Spaces } from "#knowledge/vectors/spaces.ts";

/** The product's search as it is without any key: local embedder, vectors in the database. */
export interface LocalSearch {
  spaces: Spaces;
  /** Searches in these ways only, to measure what each is worth; in all of them by default. */
  by(ways?: Ways): Search;
}

export function openLocalSearch(db: Database): LocalSearch {
  const spaces = openSpaces({ db, store: pgvectorStore(db), embedder: localEmbedder() });
  return { spaces, by: (ways) => openSearch({ db, spaces, ways }) };
}
