import type { Transaction } from "../db/database.ts";

/**
 * Vectors as one parameter of type `vector[]` in Postgres's binary format (array_recv, vector_recv): half the bytes of the
 * shortest text, and neither side has to spell or read numbers.
 * @param elementType the oid of pgvector's type in this database, see `vectorType`.
 */
export function binaryVectors(vectors: readonly Float32Array[], elementType: number): Buffer {
  const size = vectors.reduce((sum, { length }) => sum + elementHeader + 4 * length, arrayHeader);
  const view = new DataView(new ArrayBuffer(size));
  const dimensions = 1;
  const lowerBound = 1;
  for (const [at, word] of [dimensions, 0, elementType, vectors.length, lowerBound].entries()) {
    view.setUint32(4 * at, word);
  }
  let offset = arrayHeader;
  for (const vector of vectors) {
    view.setInt32(offset, 4 + 4 * vector.length);
    view.setInt16(offset + 4, vector.length);
    offset += elementHeader;
    for (let at = 0; at < vector.length; at++, offset += 4) view.setFloat32(offset, vector[at] ?? 0);
  }
  return Buffer.from(view.buffer);
}

/** Number of dimensions, whether there are nulls, type of the elements, how many, from which number on. */
const arrayHeader = 20;
/** Bytes that follow, dimensions (2 bytes), nothing (2 bytes). */
const elementHeader = 8;

/** The oid of pgvector's type, which every database gives it anew. */
export async function vectorType(tx: Transaction): Promise<number> {
  const { rows } = await tx.query<{ oid: number }>("select 'vector'::regtype::oid as oid");
  return Number(rows[0]?.oid);
}
