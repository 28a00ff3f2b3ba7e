import type { Index } from "@pinecone-database/pinecone";
import { openPinecone, type PineconeOptions } from "./pinecone-client.ts";
import { untilFound } from "./pinecone-freshness.ts";
import { batchesOf, recordOf } from "./pinecone-records.ts";
import type { VectorMatch, VectorQuery, VectorStore } from "./vector-store.ts";
import { checkLength } from "./vector-text.ts";

/** Ids that one request may delete. */
const deletedAtOnce = 1_000;
/** Numbers that a filter may name; more are looked for among the nearest. */
const filteredUpTo = 1_000;
const nearestAtMost = 10_000;

/**
 * Keeps vectors in a Pinecone index, one namespace a space. Pinecone shows writes late: what was just stored may not be
 * found yet, and what was just deleted may still be; numbers of passages that are gone are to be left out by the caller.
 */
export function pineconeStore(options: PineconeOptions): VectorStore {
  const onNamespace = openPinecone(options);
  /** The last write to each space by this process, in Pinecone's count. */
  const written = new Map<string, number>();
  return {
    kind: "pinecone",
    name: `pinecone:${options.index}`,
    upsert: async (space, vectors, signal) => {
      for (const { vector } of vectors) checkLength(space, vector);
      if (vectors.length === 0) return;
      const onSequence = ({ written: number = 0 }) =>
        written.set(keyOf(space), Math.max(number, written.get(keyOf(space)) ?? 0));
      await onNamespace({ space, signal, onSequence }, async (namespace) => {
        for (const records of batchesOf(vectors.map(recordOf))) await namespace.upsert({ records });
      });
    },
    remove: async (space, nos, signal) => {
      await onNamespace({ space, signal }, async (namespace) => {
        for (let at = 0; at < nos.length; at += deletedAtOnce) {
          const ids = nos.slice(at, at + deletedAtOnce).map(String);
          await unlessAbsent(namespace.deleteMany({ ids }));
        }
      });
    },
    drop: async (space) => {
      written.delete(keyOf(space));
      await onNamespace({ space }, (namespace) => unlessAbsent(namespace.deleteAll()));
    },
    search: async (space, query, { signal } = {}) => {
      checkLength(space, query.vector);
      if (query.only?.length === 0) return [];
      return onNamespace({ space, signal, hurry: true }, (namespace) => search(namespace, query));
    },
    prepare: async () => {},
    optimise: (space, size, signal) =>
      untilFound(onNamespace, space, {
        size,
        written: written.get(keyOf(space)),
        pauseMs: options.pauseMs,
        signal,
      }),
  };
}

const keyOf = ({ tenantId, embedder }: { tenantId: string; embedder: string }) => `${tenantId} ${embedder}`;

async function search(namespace: Index, { vector, limit, only }: VectorQuery): Promise<VectorMatch[]> {
  const nearest = async (topK: number, filter?: object) => {
    const { matches } = await namespace.query({
      vector: Array.from(vector),
      topK,
      ...(filter ? { filter } : {}),
    });
    return matches.map(({ id, score = 0 }) => ({ no: Number(id), similarity: score }));
  };
  if (!only) return nearest(limit);
  if (only.length <= filteredUpTo) return nearest(limit, { no: { $in: only } });
  const wanted = new Set(only);
  for (let topK = Math.min(nearestAtMost, limit * 10); ; topK = nearestAtMost) {
    const found = await nearest(topK);
    const chosen = found.filter(({ no }) => wanted.has(no)).slice(0, limit);
    if (chosen.length === limit || found.length < topK || topK === nearestAtMost) return chosen;
  }
}

/** A namespace that nothing was ever written to is not found, and then nothing need be deleted. */
async function unlessAbsent(deletion: Promise<void>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!(error instanceof Error && error.name === "PineconeNotFoundError")) throw error;
  }
}
