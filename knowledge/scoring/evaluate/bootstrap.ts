import type { Judged } from "./auc.ts";
import { byScore } from "./by-score.ts";
import { seededRandom } from "./seeded-random.ts";

/** A range of a metric. */
export interface MetricInterval {
  low: number;
  high: number;
}

/**
 * 95 % intervals of metrics: their 2.5 % and 97.5 % points over leads drawn with replacement (percentile bootstrap: Efron &
 * Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Draws on which a metric is NaN are left out.
 */
export function bootstrapIntervals<Name extends string>(
  judged: Judged,
  metrics: Readonly<Record<Name, (judged: Judged) => number>>,
  { draws = 300, seed = 1 }: { draws?: number; seed?: number } = {},
): Record<Name, MetricInterval> {
  const random = seededRandom(seed);
  const names = Object.keys(metrics) as Name[];
  const values = new Map(names.map((name) => [name, [] as number[]]));
  // Sorted leads stay sorted when drawn, and metrics that sort are quick on them.
  const sorted = byScore(judged);
  for (let draw = 0; draw < draws; draw++) {
    const again = resample(sorted, random);
    for (const name of names) {
      const value = metrics[name](again);
      if (!Number.isNaN(value)) values.get(name)?.push(value);
    }
  }
  const entries = names.map((name) => [name, interval(values.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<Name, MetricInterval>;
}

function resample({ scores, labels }: Judged, random: () => number): Judged {
  const leads = labels.length;
  const times = new Uint32Array(leads);
  for (let i = 0; i < leads; i++) {
    const place = Math.floor(random() * leads);
    times[place] = (times[place] as number) + 1;
  }
  const drawn = { scores: new Float64Array(leads), labels: new Uint8Array(leads) };
  let at = 0;
  for (let place = 0; place < leads; place++) {
    for (let k = times[place] as number; k > 0; k--) {
      drawn.scores[at] = scores[place] as number;
      drawn.labels[at++] = labels[place] as number;
    }
  }
  return drawn;
}

function interval(values: number[]): MetricInterval {
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
