import type { Analysis, Finding } from "#core/domain/insight.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { bucketName, shiftBucket } from "./buckets.ts";
import type { Judged } from "./judge.ts";
import { levelKind } from "./levels.ts";
import type { Story } from "./stories.ts";
import type { MetricInfo } from "./subjects.ts";

/** Metrics for tests. */
export const testMetrics: readonly MetricInfo[] = [
  { id: "new_leads", title: "New leads", kind: "count", better: "up" },
  { id: "win_rate", title: "Win rate", kind: "rate", better: "up" },
  { id: "first_response_time", title: "Time to first response", kind: "median", better: "down" },
  { id: "inbound_messages", title: "Inbound messages", kind: "count", better: null },
];

const analyses: readonly Analysis[] = ["trend", "step", "spike", "season", "group", "period", "forecast"];

/** Made-up stories of every kind, which the seed alone decides. */
export function testStories(seed: number): { story: Story; metric: MetricInfo }[] {
  const random = seededRandom(seed);
  return analyses.flatMap((analysis) =>
    testMetrics
      .filter(({ kind }) => analysis !== "group" || kind !== "count")
      .map((metric) => ({ metric, story: { lead: madeUp(analysis, metric, random), supporting: [] } })),
  );
}

function madeUp(analysis: Analysis, metric: MetricInfo, random: () => number): Judged {
  const kind = levelKind(metric);
  const isDown = random() < 0.5;
  const scale = metric.kind === "rate" ? 0.4 : 40;
  const small = scale * (0.2 + 0.3 * random());
  const large = small * (1.3 + random());
  const [a, b] = isDown ? [large, small] : [small, large];
  const effect = b / a - 1;
  const sign = isDown ? -1 : 1;
  const start = shiftBucket("2026-01-05", "week", Math.floor(20 * random()));
  const week = (by: number) => bucketName(shiftBucket(start, "week", by), "week");
  const n = 150 + Math.floor(800 * random());
  const base = { first: week(0), last: week(12) };
  const change = {
    effect_change: effect,
    low_change: effect - 0.11 * sign,
    high_change: effect + 0.17 * sign,
    n_count: n,
  };
  const made = {
    trend: { numbers: { [`first_${kind}`]: a, [`last_${kind}`]: b, length_buckets: 13 }, words: base },
    step: {
      numbers: { [`before_${kind}`]: a, [`after_${kind}`]: b, before_buckets: 8, after_buckets: 5 },
      words: { ...base, since: week(8) },
    },
    spike: {
      numbers: {
        [`value_${kind}`]: b,
        [`expected_${kind}`]: a,
        [`low_${kind}`]: 0.8 * a,
        [`high_${kind}`]: 1.1 * a,
      },
      words: { on: week(7) },
    },
    season: {
      numbers: {
        [`peak_${kind}`]: large,
        [`trough_${kind}`]: small,
        [`overall_${kind}`]: (small + large) / 2,
        length_buckets: 62,
      },
      words: { ...base, peak: "Tuesday", trough: "Sunday" },
    },
    group: {
      numbers: {
        [`group_${kind}`]: b,
        [`rest_${kind}`]: a,
        group_count: 120 + Math.floor(20 * random()),
        rest_count: 400 + Math.floor(90 * random()),
        ...(metric.kind === "rate" ? points(a, b) : {}),
      },
      words: { dimension: "source", who: "source Referral", other: "source Trade Fair" },
    },
    period: {
      numbers: {
        [metric.kind === "count" ? "now_count" : `now_${kind}`]: b,
        [metric.kind === "count" ? "then_count" : `then_${kind}`]: a,
        ...(metric.kind === "rate" ? points(a, b) : {}),
      },
      words: { ...base, then_first: week(-13), then_last: week(-1) },
    },
    forecast: {
      numbers: {
        [`next_${kind}`]: a,
        [`next_low_${kind}`]: 0.7 * a,
        [`next_high_${kind}`]: 1.35 * a,
        [`final_${kind}`]: 0.93 * a,
        [`final_low_${kind}`]: 0.55 * a,
        [`final_high_${kind}`]: 1.5 * a,
        [`recent_${kind}`]: 1.04 * a,
        horizon_buckets: 4,
        origins_count: 23,
        coverage_share: 0.88,
      },
      words: { next: week(13), final: week(16) },
    },
  }[analysis] as Pick<Finding, "numbers" | "words">;
  const still = analysis === "season" || analysis === "forecast";
  return {
    id: `${analysis}:${metric.id}`,
    analysis,
    metric: metric.id,
    p: analysis === "forecast" ? null : 1e-5,
    q: analysis === "forecast" ? null : 1e-3,
    confidence: 0.97,
    direction: still ? "none" : isDown ? "down" : "up",
    effect,
    low: change.low_change,
    high: change.high_change,
    n,
    numbers: { ...(analysis === "forecast" ? {} : change), ...made.numbers },
    words: made.words,
    points: [],
  };
}

function points(a: number, b: number) {
  const difference = b - a;
  return {
    difference_points: difference,
    low_points: 0.4 * difference,
    high_points: 1.7 * difference,
    gain_count: 53,
    gain_low_count: 21,
    gain_high_count: 91,
  };
}
