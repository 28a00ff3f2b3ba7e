import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#core/errors.ts";
import type { OnNamespace } from "./pinecone-client.ts";
import type { VectorSpace } from "./vector-store.ts";

export interface Written {
  /** Vectors that there should be at least. */
  size: number;
  /** Log sequence number of the last write; undefined when another process wrote. */
  written: number | undefined;
  /** Milliseconds between two looks. */
  pauseMs?: number;
  /** Milliseconds after which it is given up. */
  patienceMs?: number;
  signal?: AbortSignal;
}

/**
 * Waits until what was written is found: until a query has seen the last write, or, without its number, until as many
 * vectors are counted as there should be (https://docs.pinecone.io/guides/index-data/check-data-freshness).
 * @throws AppError NOT_READY, retryable; CANCELLED
 */
export async function untilFound(
  onNamespace: OnNamespace,
  space: VectorSpace,
  { size, written, pauseMs = 500, patienceMs = 120_000, signal }: Written,
): Promise<void> {
  if (size === 0) return;
  const until = Date.now() + patienceMs;
  while (!(await isFound(onNamespace, space, { size, written, signal }))) {
    if (Date.now() > until) {
      throw new AppError(
        "NOT_READY",
        "Pinecone has taken the vectors but does not find all of them yet. Searching goes on as before; run the indexing again in a minute.",
        { retryable: true },
      );
    }
    await sleep(pauseMs, undefined, { signal }).catch((cause: unknown) => {
      throw new AppError("CANCELLED", "The request was cancelled.", { cause });
    });
  }
}

async function isFound(
  onNamespace: OnNamespace,
  space: VectorSpace,
  { size, written, signal }: Written,
): Promise<boolean> {
  let seen: number | undefined;
  const onSequence = (sequence: { seen?: number }) => {
    seen = sequence.seen ?? seen;
  };
  return onNamespace({ space, signal, onSequence }, async (namespace) => {
    if (written !== undefined) {
      const vector = Array.from({ length: space.dimensions }, (_, at) => (at === 0 ? 1 : 0));
      await namespace.query({ vector, topK: 1 });
      if (seen !== undefined) return seen >= written;
    }
    const { namespaces } = await namespace.describeIndexStats();
    const own = namespaces?.[`${space.tenantId}:${space.embedder}`];
    return (own?.recordCount ?? 0) >= size;
  });
}
