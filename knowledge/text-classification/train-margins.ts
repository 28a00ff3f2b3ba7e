import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import type { SparseVector } from "./vocabulary.ts";

/** Texts as vectors, each with the place of its label. */
export interface TrainingVectors {
  vectors: readonly SparseVector[];
  targets: Int32Array;
  labels: number;
  features: number;
}

/** Penalty of errors (C), rounds at most, where to stop, and the seed of the order. */
export interface MarginOptions {
  cost: number;
  rounds: number;
  seed: number;
}

/** One weight for each feature and label, feature by feature, and one offset a label. */
export interface MarginWeights {
  weights: Float32Array;
  offsets: Float32Array;
}

interface Weights {
  weights: Float32Array | Float64Array;
  offsets: Float32Array | Float64Array;
}

/** Rounds end when no correction in one is larger. */
const tolerance = 0.02;
/** Smaller steps are not taken: most would be, and they change nothing that is seen. */
const smallest = 0.01;

/**
 * Linear support vector machines with squared hinge loss, one a label against all others, by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi & Sundararajan, ICML 2008, algorithm 1). All labels take their step on a text together: their
 * weights of one feature lie side by side, so that a text is read once instead of once a label.
 */
export function trainMargins(
  { vectors, targets, labels, features }: TrainingVectors,
  { cost, rounds, seed }: MarginOptions,
): MarginWeights {
  // Doubles while training: turning singles into doubles and back costs more than reading twice the memory.
  const weights = new Float64Array(features * labels);
  const offsets = new Float64Array(labels);
  const duals = new Float32Array(vectors.length * labels);
  const slack = 1 / (2 * cost);
  const norms = Float32Array.from(vectors, ({ weights: w }) => w.reduce((sum, v) => sum + v * v, 1) + slack);
  const margins = new Float64Array(labels);
  const changes: Changes = { count: 0, labels: new Int32Array(labels), sizes: new Float64Array(labels) };
  const order = Int32Array.from(vectors, (_, i) => i);
  const random = seededRandom(seed);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    let largest = 0;
    for (const i of order) {
      const vector = vectors[i] as SparseVector;
      addMargins({ weights, offsets }, vector, margins);
      changes.count = 0;
      const norm = norms[i] as number;
      for (let label = 0; label < labels; label++) {
        const sign = targets[i] === label ? 1 : -1;
        const at = i * labels + label;
        const dual = duals[at] as number;
        const gradient = sign * (margins[label] as number) - 1 + dual * slack;
        if (dual === 0 && gradient >= 0) continue;
        if (Math.abs(gradient) > largest) largest = Math.abs(gradient);
        const next = Math.max(dual - gradient / norm, 0);
        if (Math.abs(next - dual) < smallest) continue;
        duals[at] = next;
        changes.labels[changes.count] = label;
        changes.sizes[changes.count++] = (next - dual) * sign;
      }
      apply({ weights, offsets }, vector, changes);
    }
    if (largest < tolerance) break;
  }
  return { weights: Float32Array.from(weights), offsets: Float32Array.from(offsets) };
}

/** The margin of each label for a text: above 0 says that it is this one. */
export function marginsOf(margins: MarginWeights, vector: SparseVector): Float64Array {
  const found = new Float64Array(margins.offsets.length);
  addMargins(margins, vector, found);
  return found;
}

function addMargins(
  { weights, offsets }: Weights,
  { places, weights: values }: SparseVector,
  margins: Float64Array,
): void {
  const labels = offsets.length;
  margins.set(offsets);
  let j = 0;
  // Four features at once: reading and writing the margins would cost as much as the sums themselves.
  for (; j + 3 < places.length; j += 4) {
    const [a, b] = [(places[j] as number) * labels, (places[j + 1] as number) * labels];
    const [c, d] = [(places[j + 2] as number) * labels, (places[j + 3] as number) * labels];
    const [va, vb] = [values[j] as number, values[j + 1] as number];
    const [vc, vd] = [values[j + 2] as number, values[j + 3] as number];
    for (let label = 0; label < labels; label++) {
      margins[label] =
        (margins[label] as number) +
        va * (weights[a + label] as number) +
        vb * (weights[b + label] as number) +
        vc * (weights[c + label] as number) +
        vd * (weights[d + label] as number);
    }
  }
  for (; j < places.length; j++) {
    const from = (places[j] as number) * labels;
    const value = values[j] as number;
    for (let label = 0; label < labels; label++) {
      margins[label] = (margins[label] as number) + value * (weights[from + label] as number);
    }
  }
}

/** What one text changes: few labels, most being on the right side by far. */
interface Changes {
  count: number;
  labels: Int32Array;
  sizes: Float64Array;
}

function apply(
  { weights, offsets }: Weights,
  { places, weights: values }: SparseVector,
  { count, labels, sizes }: Changes,
): void {
  for (let c = 0; c < count; c++) {
    const label = labels[c] as number;
    offsets[label] = (offsets[label] as number) + (sizes[c] as number);
  }
  for (let j = 0; j < places.length; j++) {
    const from = (places[j] as number) * offsets.length;
    const value = values[j] as number;
    for (let c = 0; c < count; c++) {
      const at = from + (labels[c] as number);
      weights[at] = (weights[at] as number) + value * (sizes[c] as number);
    }
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}
