/**
 * A number in 0 … 2³² − 1 that depends on the text and the seed alone: FNV-1a with the finaliser of MurmurHash3, whose
 * bits are even enough to split leads by.
 */
export function stableHash(text: string, seed = 0): number {
  let h = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
