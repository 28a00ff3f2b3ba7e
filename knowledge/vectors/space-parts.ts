import type { Embedder } from "#core/embedder.ts";
import type { Database } from "../db/database.ts";
import type { VectorStore } from "./vector-store.ts";

/** What spaces are made of. */
export interface SpaceParts {
  db: Database;
  store: VectorStore;
  /** Null: words only, nothing is embedded. */
  embedder: Embedder | null;
}
