import type { Ranking } from "./fuse.ts";

type Weights = Record<Ranking["way"], number>;

/**
 * How much each ranking counts. Hashed vectors see little that words do not, and at equal weight spoil clean text; learned
 * embeddings are as good as words (docs/retrieval.md has the measurements behind these figures).
 */
export function fusionWeights(embedder: string | null): Weights {
  const vector = embedder?.startsWith("local:") ? 0.25 : 1;
  return { lexical: 1, vector, name: 1 };
}
