import { keepTogether } from "../evaluate/keep-together.ts";

/** Outcomes with the part of the cross-validation that each lead is in. */
export interface Outcomes {
  labels: Uint8Array;
  fold: Uint8Array;
  /** Won and lost of all. */
  won: number;
  lost: number;
}

/** Parts of the cross-validation. */
export const folds = 5;

/**
 * Deals each outcome's leads over five folds, in an order that has nothing to do with that of the rows; copies into one.
 * @param copyOf from `findCopies`.
 */
export function outcomesOf(labels: Uint8Array, copyOf?: Int32Array): Outcomes {
  const fold = new Uint8Array(labels.length);
  const dealt = [0, 0];
  for (const i of shuffled(labels.length)) {
    const label = labels[i] === 1 ? 1 : 0;
    fold[i] = (dealt[label] as number) % folds;
    dealt[label] = (dealt[label] as number) + 1;
  }
  const gathered = copyOf ? keepTogether(fold, copyOf, labels) : fold;
  return { labels, fold: gathered, lost: dealt[0] as number, won: dealt[1] as number };
}

function shuffled(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  let state = 0x2545f491;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}
