import { binWords } from "./tree-column.ts";

/** One tree: splits in the order in which they were made, and leaves. */
export interface Tree {
  /** The leaf that each split parted: its left side keeps the leaf's number, the right one takes the next free number. */
  parted: Uint8Array;
  /** Column of each split. */
  columns: Uint16Array;
  /** Bins that go left: `binWords` words a split, bit b of word w for bin 32 w + b of the column. */
  left: Uint32Array;
  /** Log-odds that each leaf adds, the learning rate taken in. */
  values: Float64Array;
  /** Training rows of each leaf. */
  rows: Uint32Array;
  /** Variance of each leaf's value: rate² H / (H + λ)², with H = Σ p(1 − p) of its rows. */
  variances: Float32Array;
}

/** What follows each split, left then right: the split of that number, or ~leaf. */
export function childrenOf({ parted }: Pick<Tree, "parted">): Int16Array {
  const children = new Int16Array(2 * parted.length);
  const places = new Int16Array(parted.length + 1);
  for (let split = 0; split < parted.length; split++) {
    const leaf = parted[split] as number;
    if (split > 0) children[places[leaf] as number] = split;
    children[2 * split] = ~leaf;
    places[leaf] = 2 * split;
    children[2 * split + 1] = ~(split + 1);
    places[split + 1] = 2 * split + 1;
  }
  return children;
}

/** Whether a bin of its column goes left at a split. */
export function goesLeft(left: Uint32Array, split: number, bin: number): boolean {
  return (((left[split * binWords + (bin >>> 5)] as number) >>> (bin & 31)) & 1) === 1;
}

/** Adds a bin to those that go left. */
export function sendLeft(left: Uint32Array, split: number, bin: number): void {
  const word = split * binWords + (bin >>> 5);
  left[word] = (left[word] as number) | (1 << (bin & 31));
}
