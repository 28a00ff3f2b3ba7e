import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";

/** What made-up series are drawn from; the seed alone decides. */
export interface Draw {
  uniform(): number;
  normal(): number;
  poisson(mean: number): number;
  /** A gamma number of mean 1. */
  gamma(shape: number): number;
  /** A count whose variance is its mean plus mean² / size. */
  negativeBinomial(mean: number, size: number): number;
}

/** Draws numbers of the distributions that series are made of. */
export function drawer(seed: number): Draw {
  const uniform = seededRandom(seed);
  // Neighbouring seeds begin alike.
  for (let i = 0; i < 5; i++) uniform();
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number) => gammaOf(shape, uniform, normal) / shape;
  const poisson = (mean: number) => poissonOf(mean, uniform, normal);
  return {
    uniform,
    normal,
    poisson,
    gamma,
    negativeBinomial: (mean, size) => poisson(mean * gamma(size)),
  };
}

/** Knuth's product of uniform numbers; in halves where it would underflow. */
function poissonOf(mean: number, uniform: () => number, normal: () => number): number {
  if (mean > 30) {
    const part = Math.floor(mean * 0.875);
    const reached = gammaOf(part, uniform, normal);
    // The part-th event came at `reached`: count what is left, or share out what came before (Ahrens & Dieter 1974).
    if (reached <= mean) return part + poissonOf(mean - reached, uniform, normal);
    let hits = 0;
    for (let i = 0; i < part - 1; i++) hits += Number(uniform() < mean / reached);
    return hits;
  }
  const limit = Math.exp(-mean);
  let product = uniform();
  let count = 0;
  while (product > limit) {
    product *= uniform();
    count++;
  }
  return count;
}

/** Marsaglia & Tsang, ACM Transactions on Mathematical Software 26, 2000. */
function gammaOf(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
