import type { Embedder } from "#core/embedder.ts";
import { ModelError } from "../failure.ts";
import { createGuard, type GuardOptions } from "../guard.ts";
import type { EmbedBatch, EmbedRequest } from "./embed-batch.ts";
import { splitBatches } from "./split-batches.ts";

/** Requests under way at once for one call: enough to hide the way to the server, too few to run into its rate limit. */
const lanes = 4;

/** Makes an Embedder of a way to embed one batch. The time limit holds for each request, not for all texts together. */
export function batchedEmbedder(batch: EmbedBatch, options: GuardOptions & { dimensions: number }): Embedder {
  const guard = createGuard(options);
  const { id, dimensions } = options;
  const send = async (request: EmbedRequest) => {
    const vectors = await batch.send(request);
    if (vectors.length === request.texts.length && vectors.every((vector) => vector.length === dimensions))
      return vectors;
    const got = `${vectors.length} vectors of ${vectors[0]?.length ?? 0}`;
    throw new ModelError(
      `${id} returned ${got} for ${request.texts.length} texts of ${dimensions} dimensions.`,
      {
        retryable: false,
        trips: false,
      },
    );
  };
  return {
    id,
    dimensions,
    embed: async (texts, task, signal) => {
      // Providers refuse an empty text, and one blank note must not fail the batch that it is in.
      const batches = splitBatches(
        texts.map((text) => text.trim() || "(empty)"),
        batch,
      );
      const vectors: number[][][] = [];
      const queue = batches.entries();
      const lane = async () => {
        for (const [index, part] of queue) {
          vectors[index] = await guard(signal, (until) =>
            send({ texts: part, task, dimensions, signal: until }),
          );
        }
      };
      await Promise.all(Array.from({ length: Math.min(lanes, batches.length) }, lane));
      return vectors.flat().map(toUnit);
    },
  };
}

/** Models cut to fewer dimensions than they have return vectors that are no longer of unit length. */
function toUnit(vector: readonly number[]): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / norm);
}
