/** Where the values of a series stand: times ascending, and the season of each, from 0. */
export interface Layout {
  times: ArrayLike<number>;
  seasons: ArrayLike<number>;
}

/** A contrast with the mean of each season taken out, so that no pattern of seasons can pass for it. */
export function centred(contrast: Float64Array, { seasons }: Pick<Layout, "seasons">): Float64Array {
  let turn = 1;
  for (let i = 0; i < contrast.length; i++) turn = Math.max(turn, (seasons[i] as number) + 1);
  const sums = new Float64Array(turn);
  const counts = new Float64Array(turn);
  for (let i = 0; i < contrast.length; i++) {
    const season = seasons[i] as number;
    sums[season] = (sums[season] as number) + (contrast[i] as number);
    counts[season] = (counts[season] as number) + 1;
  }
  const left = new Float64Array(contrast.length);
  for (let i = 0; i < contrast.length; i++) {
    const season = seasons[i] as number;
    left[i] = (contrast[i] as number) - (sums[season] as number) / (counts[season] as number);
  }
  return left;
}

/** What is left of values when the mean of each season and a centred contrast are taken out of them. */
export function residuals(values: Float64Array, layout: Layout, contrast: Float64Array): Float64Array {
  const left = centred(values, layout);
  const norm = dot(contrast, contrast);
  const slope = norm > 0 ? dot(left, contrast) / norm : 0;
  for (let i = 0; i < left.length; i++) left[i] = (left[i] as number) - slope * (contrast[i] as number);
  return left;
}

/**
 * How many times larger the variance of a contrast of the values is than it would be without serial dependence, when
 * neighbours are correlated by φ and the correlation fades as φ to the power of the distance.
 */
export function inflation(contrast: Float64Array, { times }: Pick<Layout, "times">, phi: number): number {
  let before = 0;
  let cross = 0;
  for (let i = 1; i < contrast.length; i++) {
    const step = (times[i] as number) - (times[i - 1] as number);
    before = phi ** step * (before + (contrast[i - 1] as number));
    cross += before * (contrast[i] as number);
  }
  const norm = dot(contrast, contrast);
  return norm > 0 ? Math.max(0, 1 + (2 * cross) / norm) : 1;
}

/**
 * Correlation φ of neighbours, 0 … .95: the one whose residuals would show, on average, the autocorrelation that these
 * residuals show. Fitting seasons and a contrast makes residuals look less dependent than the values are; this takes that
 * back, which the usual estimate does not (Marriott & Pope, Biometrika 41, 1954, on the bias). Where the series is long
 * enough to see more than the first lag, the larger of what that and what the first lags together say: counts that
 * scatter about a slowly moving level have a small first lag and a long memory.
 * @param left residuals of `residuals` for the same layout and contrast.
 */
export function serialCorrelation(left: Float64Array, layout: Layout, contrast: Float64Array): number {
  const furthest = Math.min(6, Math.max(1, Math.floor(left.length / 25)));
  const first = matched(left, layout, { contrast, furthest: 1 });
  return furthest > 1 ? Math.max(first, matched(left, layout, { contrast, furthest })) : first;
}

/** The contrast that was taken out, and how many lags are looked at together. */
interface Look {
  contrast: Float64Array;
  furthest: number;
}

function matched(left: Float64Array, layout: Layout, { contrast, furthest }: Look): number {
  const norm = dot(left, left);
  if (!(norm > 0)) return 0;
  const shown = dot(left, neighbours(left, layout, furthest)) / norm;
  const { pairs, squares } = expectation(layout, { contrast, furthest });
  const expected = (phi: number) => power(pairs, phi) / power(squares, phi);
  if (!(expected(0) < shown)) return 0;
  let low = 0;
  let high = 0.95;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (expected(middle) < shown) low = middle;
    else high = middle;
  }
  return high;
}

/** Half the sum of the values up to so many buckets before and after each: the L of `expectation`. */
function neighbours(values: Float64Array, { times }: Layout, furthest: number): Float64Array {
  const sums = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      if ((times[j] as number) - (times[i] as number) > furthest) break;
      sums[i] = (sums[i] as number) + (values[j] as number) / 2;
      sums[j] = (sums[j] as number) + (values[i] as number) / 2;
    }
  }
  return sums;
}

/**
 * Coefficients of powers of φ in the expected sum of products of neighbouring residuals, tr(M L M R), and in that of
 * their squares, tr(M R): M makes residuals, L pairs neighbours, R holds φ to the power of each distance.
 */
function expectation(layout: Layout, look: Look): Expectation {
  const { times, seasons } = layout;
  const key = [look.furthest, times, seasons, look.contrast].map(String).join(";");
  const before = expectations.get(key);
  if (before) return before;
  if (expectations.size >= mostKept) expectations.clear();
  const found = computeExpectation(layout, look);
  expectations.set(key, found);
  return found;
}

interface Expectation {
  pairs: Float64Array;
  squares: Float64Array;
}

/** Metrics of one run share layout and contrast, and these alone decide. */
const expectations = new Map<string, Expectation>();
const mostKept = 64;

function computeExpectation(layout: Layout, { contrast, furthest }: Look): Expectation {
  const { times } = layout;
  const n = contrast.length;
  const span = (times[n - 1] as number) - (times[0] as number) + 1;
  const pairs = new Float64Array(span);
  const squares = new Float64Array(span);
  const unit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    unit[i] = 1;
    const own = residuals(unit, layout, contrast);
    unit[i] = 0;
    const both = residuals(neighbours(own, layout, furthest), layout, contrast);
    // Both matrices are symmetric, so that one half says all but for a constant, which the ratio does not see.
    pairs[0] = (pairs[0] as number) + (both[i] as number) / 2;
    squares[0] = (squares[0] as number) + (own[i] as number) / 2;
    for (let j = 0; j < i; j++) {
      const lag = (times[i] as number) - (times[j] as number);
      pairs[lag] = (pairs[lag] as number) + (both[j] as number);
      squares[lag] = (squares[lag] as number) + (own[j] as number);
    }
  }
  return { pairs, squares };
}

function power(coefficients: Float64Array, phi: number): number {
  let sum = 0;
  for (let lag = coefficients.length - 1; lag >= 0; lag--) sum = sum * phi + (coefficients[lag] as number);
  return sum;
}

/** The sum of products, place by place. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
