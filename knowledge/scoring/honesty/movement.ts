import { type FeatureBins, firstBin } from "./population.ts";
import { percent } from "./proportion.ts";

/** Says which bin of a field gained or lost most, in shares of leads: "budget: missing in 31 % of leads, 4 % in training". */
export function movement(field: string, then: FeatureBins, now: FeatureBins): string {
  const [before, after] = [sharesOf(then.counts), sharesOf(now.counts)];
  const size = (place: number) => Math.abs((after[place] ?? 0) - (before[place] ?? 0));
  let moved = 0;
  for (let b = 1; b < after.length; b++) if (size(b) > size(moved)) moved = b;
  if (size(moved) < 0.01) return `${field}: as it was when the model was trained.`;
  const shares = `${percent(after[moved] ?? 0)} of leads, and was in ${percent(before[moved] ?? 0)}`;
  return `${field}: ${nameOf(moved, then)} ${shares} when the model was trained.`;
}

function nameOf(place: number, bins: FeatureBins): string {
  if (place === 0) return "it is missing in";
  if (bins.kind === "number") {
    if (place === 1) return "it is no number in";
    return `${part(place - firstBin, bins.ends.length)} is in`;
  }
  if (place === 1) return "a value that is new or was rare is in";
  return `the value that was ${ordinal(place - firstBin + 1)}commonest is in`;
}

/** Where a range lies on the scale of the training. */
function part(range: number, ranges: number): string {
  if (ranges === 1) return "its one value";
  if (range === 0) return "the lowest part of its values";
  if (range === ranges - 1) return "the highest part of its values";
  return `part ${range + 1} of ${ranges} of its values, counted from the lowest,`;
}

function ordinal(rank: number): string {
  if (rank === 1) return "";
  return rank <= 3 ? `${rank === 2 ? "second" : "third"} ` : `${rank}th `;
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => (total === 0 ? 0 : n / total));
}
