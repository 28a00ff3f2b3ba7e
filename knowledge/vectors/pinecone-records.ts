import type { PineconeRecord } from "@pinecone-database/pinecone";
import type { StoredVector } from "./vector-store.ts";

/** A request may hold 2 MB; the rest of it is left to names and punctuation. */
const bytesAtMost = 1_900_000;
const recordsAtMost = 200;

/** A vector as Pinecone keeps it. Metadata has no nulls. */
export function recordOf({ no, vector, ...about }: StoredVector): PineconeRecord {
  const { contactId, conversationId, channel, kind, at } = about;
  return {
    id: String(no),
    values: Array.from(vector, (value) => Math.round(value * 1e7) / 1e7),
    metadata: {
      no,
      kind,
      at,
      ...(contactId ? { contactId } : {}),
      ...(conversationId ? { conversationId } : {}),
      ...(channel ? { channel } : {}),
    },
  };
}

/** Cuts records into batches that one request may hold. */
export function batchesOf(records: readonly PineconeRecord[]): PineconeRecord[][] {
  const batches: PineconeRecord[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    const current = batches.at(-1);
    if (current && current.length < recordsAtMost && bytes + size <= bytesAtMost) {
      current.push(record);
      bytes += size;
    } else {
      batches.push([record]);
      bytes = size;
    }
  }
  return batches;
}
