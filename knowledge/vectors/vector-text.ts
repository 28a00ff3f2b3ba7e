import { AppError } from "#core/errors.ts";
import type { VectorSpace } from "./vector-store.ts";

/** A vector as pgvector reads it. Five decimals keep more than a ranking by cosine needs, at a third of the characters of all digits. */
export function vectorText(vector: Float32Array): string {
  let text = "";
  for (const value of vector) text += `${text && ","}${Math.round(value * 1e5) / 1e5}`;
  return `[${text}]`;
}

/** @throws AppError VALIDATION_FAILED when a vector is of another length than its space. */
export function checkLength(space: VectorSpace, vector: Float32Array): void {
  if (vector.length === space.dimensions) return;
  throw new AppError(
    "VALIDATION_FAILED",
    `${space.embedder} has vectors of ${space.dimensions} dimensions, and one of ${vector.length} was given: name the dimensions it returns, as in RAPPORT_EMBEDDER=provider:model@${vector.length}.`,
  );
}
