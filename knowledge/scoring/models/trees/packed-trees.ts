import { z } from "zod";
import { packDoubles, packSingles, unpackDoubles, unpackSingles } from "../packed-floats.ts";
import type { Tree } from "./tree.ts";
import { binWords } from "./tree-column.ts";

/** Trees as base64, each array of theirs one behind the other. */
export const packedTrees = z.object({
  /** Splits of each tree, a byte each. */
  sizes: z.string(),
  parted: z.string(),
  columns: z.string(),
  left: z.string(),
  values: z.string(),
  rows: z.string(),
  variances: z.string(),
});
export type PackedTrees = z.infer<typeof packedTrees>;

/** The answers of a tree's splits must fit into 32 bits, one of them the sign. */
const mostSplits = 31;

/** Packs trees without loss. */
export function packTrees(trees: readonly Tree[]): PackedTrees {
  const bytes = (arrays: readonly (Uint8Array | Uint16Array | Uint32Array)[]) =>
    Buffer.concat(arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))).toString("base64");
  return {
    sizes: bytes([Uint8Array.from(trees, (tree) => tree.parted.length)]),
    parted: bytes(trees.map((tree) => tree.parted)),
    columns: bytes(trees.map((tree) => tree.columns)),
    left: bytes(trees.map((tree) => tree.left)),
    values: packDoubles(Float64Array.from(trees.flatMap((tree) => [...tree.values]))),
    rows: bytes(trees.map((tree) => tree.rows)),
    variances: packSingles(Float32Array.from(trees.flatMap((tree) => [...tree.variances]))),
  };
}

/** @param columns that there are. @throws RangeError when the arrays do not fit together. */
export function unpackTrees(packed: PackedTrees, columns: number): Tree[] {
  const sizes = bytesOf(packed.sizes);
  const parted = bytesOf(packed.parted);
  const column = new Uint16Array(bytesOf(packed.columns).buffer);
  const left = new Uint32Array(bytesOf(packed.left).buffer);
  const values = unpackDoubles(packed.values);
  const rows = new Uint32Array(bytesOf(packed.rows).buffer);
  const variances = unpackSingles(packed.variances);
  if (sizes.some((size) => size === 0 || size > mostSplits))
    throw new RangeError("a tree is too small or too large");
  const splits = sizes.reduce((sum, size) => sum + size, 0);
  const leaves = splits + sizes.length;
  const fits =
    parted.length === splits &&
    column.length === splits &&
    left.length === splits * binWords &&
    values.length === leaves &&
    rows.length === leaves &&
    variances.length === leaves;
  if (!fits || column.some((c) => c >= columns))
    throw new RangeError("the trees' arrays do not fit together");
  let split = 0;
  let leaf = 0;
  return Array.from(sizes, (size) => {
    const [s, l] = [split, leaf];
    split += size;
    leaf += size + 1;
    return checked({
      parted: parted.slice(s, split),
      columns: column.slice(s, split),
      left: left.slice(s * binWords, split * binWords),
      values: values.slice(l, leaf),
      rows: rows.slice(l, leaf),
      variances: variances.slice(l, leaf),
    });
  });
}

function checked(tree: Tree): Tree {
  // A split parts a leaf that was there before it; else walking down the tree might never end.
  const sound = tree.parted.every((leaf, split) => leaf <= split) && tree.rows.every((n) => n > 0);
  if (!sound) throw new RangeError("a tree is damaged");
  return tree;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "base64"));
}
