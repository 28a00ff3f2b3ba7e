/**
 * A finding's number as its texts show it. What it is stands at the end of its key: `_share` and `_change` (a share, shown in percent),
 * `_points` (a difference of shares, in points of percent), `_hours` (durations), `_level` (a mean count a bucket), `_buckets` (how many days,
 * weeks or months), else a count.
 */
export function showNumber(key: string, value: number): string {
  const kind = key.slice(key.lastIndexOf("_") + 1);
  if (kind === "share" || kind === "change") return `${rounded(100 * value)} %`;
  if (kind === "points") return counted(rounded(100 * value), "point");
  if (kind === "hours") return duration(value);
  return rounded(value);
}

/** `6 to 20 points`: two numbers, the unit once where both have it. */
export function showRange(from: readonly [string, number], to: readonly [string, number]): string {
  const [first, last] = [showNumber(...from), showNumber(...to)];
  const unit = / \D+$/.exec(last)?.[0] ?? "";
  return `${unit && first.endsWith(unit) ? first.slice(0, -unit.length) : first} to ${last}`;
}

/** By digits behind the point; made once, as making one takes longer than using it. */
const numberFormats = [0, 1].map(
  (digits) => new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }),
) as [Intl.NumberFormat, Intl.NumberFormat];

/** Two digits at least count below ten, whole numbers above; thousands are set off. */
export function rounded(value: number): string {
  const digits = Math.abs(value) < 9.95 ? 1 : 0;
  const plain = Number(value.toFixed(digits));
  return numberFormats[digits].format(Object.is(plain, -0) ? 0 : plain);
}

/** `1 point`, `2 points`. */
export function counted(shown: string, noun: string): string {
  return `${shown} ${shown === "1" || shown === "-1" ? noun : `${noun}s`}`;
}

function duration(hours: number): string {
  if (Math.abs(hours) < 1) return counted(Math.round(60 * hours).toString(), "minute");
  if (Math.abs(hours) < 48) return counted(rounded(hours), "hour");
  return counted(rounded(hours / 24), "day");
}
