import type { Embedder } from "#core/embedder.ts";
import { analyse } from "../retrieval/lexical/analyse.ts";
import { hashedVector } from "./hashed-vector.ts";

/**
 * An embedder that needs no model, key or network: it knows words and their pieces, not meanings, and is the same
 * everywhere. A change of how texts become vectors must change its id, or old and new ones would mix.
 * @param dimensions 1–2,000; more are better and slower (docs/retrieval.md has figures).
 */
export function localEmbedder(dimensions = 384): Embedder {
  return {
    id: `local:hashed@${dimensions}`,
    dimensions,
    inProcess: true,
    embed: async (texts, _task, signal) =>
      texts.map((text) => {
        signal?.throwIfAborted();
        return hashedVector(analyse(text).tokens, dimensions);
      }),
  };
}
