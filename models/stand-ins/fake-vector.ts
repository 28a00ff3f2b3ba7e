import { createHash } from "node:crypto";

/** A vector of a text, always the same and not of unit length. */
export function fakeVector(text: string, dimensions: number): number[] {
  const bytes = createHash("sha256").update(text).digest();
  return Array.from({ length: dimensions }, (_, at) => (bytes[at % bytes.length] ?? 0) + at / dimensions);
}
