import type { Draw } from "./made-series.ts";

/** A kind of series in which nothing happens that a test should find. */
export interface NullKind {
  name: string;
  /** Buckets in a turn, where there is a season. */
  season?: number;
  counts: boolean;
  draw(length: number, draw: Draw): number[];
}

const week = [14, 15, 13, 12, 10, 3, 2];

/**
 * Noise as series of a sales team have it: of measures, of counts few and many, dependent from bucket to bucket, with a
 * week.
 */
export const nullKinds: readonly NullKind[] = [
  { name: "white noise", counts: false, draw: repeat(({ normal }) => normal()) },
  { name: "Poisson, mean 3", counts: true, draw: repeat(({ poisson }) => poisson(3)) },
  { name: "Poisson, mean 30", counts: true, draw: repeat(({ poisson }) => poisson(30)) },
  { name: "negative binomial, mean 10", counts: true, draw: repeat((draw) => draw.negativeBinomial(10, 5)) },
  { name: "AR(1), φ = .3", counts: false, draw: (length, draw) => dependent(length, 0.3, draw) },
  {
    name: "counts on an AR(1) level, φ = .5",
    counts: true,
    draw: (length, draw) =>
      dependent(length, 0.5, draw).map((level) => draw.poisson(20 * Math.exp(0.2 * level))),
  },
  {
    name: "counts with a week",
    season: 7,
    counts: true,
    draw: (length, { poisson }) => Array.from({ length }, (_, at) => poisson(week[at % 7] ?? 0)),
  },
];

function repeat(one: (draw: Draw) => number): NullKind["draw"] {
  return (length, draw) => Array.from({ length }, () => one(draw));
}

/** Stationary, of variance 1. */
function dependent(length: number, phi: number, { normal }: Draw): number[] {
  let value = normal();
  return Array.from({ length }, () => {
    const now = value;
    value = phi * value + Math.sqrt(1 - phi * phi) * normal();
    return now;
  });
}
