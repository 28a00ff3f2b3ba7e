import type { Draw } from "./made-series.ts";

/** A kind of made-up series: the constants of the intervals were set on "design" kinds and are judged by the others. */
export interface SeriesKind {
  name: string;
  family: "design" | "judging";
  season: number;
  counts: boolean;
  /** A series of so many values. */
  draw(length: number, draw: Draw): number[];
}

const week = [1.3, 1.4, 1.3, 1.2, 1.1, 0.4, 0.3];

/** Counts about a mean that depends on the bucket. */
function counts(mean: (at: number) => number): (length: number, draw: Draw) => number[] {
  return (length, draw) => Array.from({ length }, (_, at) => draw.poisson(Math.max(0, mean(at))));
}

/** What each value is, given the one before. */
function chain(next: (before: number, draw: Draw) => number, start = 0) {
  return (length: number, draw: Draw) => {
    let value = start;
    return Array.from({ length }, () => {
      value = next(value, draw);
      return value;
    });
  };
}

/** Kinds of series that differ in what makes forecasts wrong. */
export const seriesKinds: readonly SeriesKind[] = [
  {
    name: "noise about a level",
    family: "design",
    season: 1,
    counts: false,
    draw: (length, { normal }) => Array.from({ length }, () => 50 + 8 * normal()),
  },
  {
    name: "steady trend",
    family: "design",
    season: 1,
    counts: true,
    draw: (length, draw) => {
      const slope = 0.1 + 0.3 * draw.uniform();
      return counts((at) => 10 + slope * at)(length, draw);
    },
  },
  {
    name: "weekly counts",
    family: "design",
    season: 7,
    counts: true,
    draw: (length, draw) => {
      const level = 3 + 30 * draw.uniform();
      return counts((at) => level * (week[at % 7] ?? 1))(length, draw);
    },
  },
  {
    name: "random walk",
    family: "design",
    season: 1,
    counts: false,
    draw: chain((before, { normal }) => before + 3 * normal(), 100),
  },
  {
    name: "seldom counts",
    family: "design",
    season: 7,
    counts: true,
    draw: (length, draw) => counts(() => 0.3)(length, draw),
  },
  {
    name: "a step on the way",
    family: "design",
    season: 1,
    counts: true,
    draw: (length, draw) => {
      const at = length * (0.2 + 0.7 * draw.uniform());
      return counts((t) => (t < at ? 20 : 35))(length, draw);
    },
  },
  {
    name: "autocorrelated",
    family: "judging",
    season: 1,
    counts: false,
    draw: (length, draw) =>
      chain((before, { normal }) => 0.6 * before + 5 * normal())(length, draw).map((v) => 60 + v),
  },
  {
    name: "weekly counts that grow",
    family: "judging",
    season: 7,
    counts: true,
    draw: (length, draw) => {
      const growth = 0.5 + 1.5 * draw.uniform();
      return counts((at) => 12 * (1 + (growth * at) / length) * (week[(at + 2) % 7] ?? 1))(length, draw);
    },
  },
  {
    name: "restless weekly counts",
    family: "judging",
    season: 7,
    counts: true,
    draw: (length, draw) =>
      Array.from({ length }, (_, at) => draw.negativeBinomial(20 * (week[at % 7] ?? 1), 5)),
  },
  {
    name: "monthly with a year",
    family: "judging",
    season: 12,
    counts: false,
    draw: (length, { normal }) =>
      Array.from({ length }, (_, at) => 100 + 0.5 * at + 25 * Math.sin((at * Math.PI) / 6) + 8 * normal()),
  },
  {
    name: "heavy tails",
    family: "judging",
    season: 1,
    counts: false,
    draw: (length, draw) =>
      Array.from({ length }, () => 40 + (6 * draw.normal()) / Math.sqrt(draw.gamma(1.5))),
  },
  {
    name: "drifting level",
    family: "judging",
    season: 1,
    counts: true,
    draw: (length, draw) => {
      const level = chain((before, { normal }) => before + 0.06 * normal(), Math.log(25))(length, draw);
      return level.map((log) => draw.poisson(Math.exp(log)));
    },
  },
  {
    name: "bursts",
    family: "judging",
    season: 7,
    counts: true,
    draw: (length, draw) =>
      Array.from({ length }, () => {
        const bursts = draw.poisson(0.7);
        return Array.from({ length: bursts }, () => 1 + draw.poisson(3)).reduce((sum, n) => sum + n, 0);
      }),
  },
  {
    name: "durations",
    family: "judging",
    season: 1,
    counts: false,
    draw: (length, { normal }) => Array.from({ length }, () => Math.exp(3 + 0.4 * normal())),
  },
];
