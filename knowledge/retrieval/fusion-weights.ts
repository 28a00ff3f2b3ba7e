import type { FusionWeights } from "./fuse.ts";

/**
 * What vectors and names count against words. Hashed vectors see little that words do not, and spoil clean text if they count for much;
 * learned embeddings are about as good as words (docs/retrieval.md has the measurements).
 */
export function fusionWeights(embedder: string | null): FusionWeights {
  return { vector: embedder?.startsWith("local:") ? 0.06 : 0.8, name: 0.2 };
}
