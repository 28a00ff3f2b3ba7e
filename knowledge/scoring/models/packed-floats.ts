/** Numbers as base64 of little-endian IEEE 754 doubles, to be kept in JSON without loss. */
export function packDoubles(values: Float64Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}

/** The doubles that `packDoubles` packed. */
export function unpackDoubles(text: string): Float64Array {
  const bytes = Buffer.from(text, "base64");
  return new Float64Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 3);
}

/** Numbers as base64 of little-endian singles: seven digits in half the room. */
export function packSingles(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}

/** The singles that `packSingles` packed. */
export function unpackSingles(text: string): Float32Array {
  const bytes = Buffer.from(text, "base64");
  return new Float32Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 2);
}
