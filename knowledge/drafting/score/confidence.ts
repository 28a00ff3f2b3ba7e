import type { DraftRisk } from "#core/domain/draft.ts";

const weights: Readonly<Record<string, number>> = {
  grounded: 0.3,
  answered: 0.3,
  certain: 0.2,
  tone: 0.08,
  length: 0.06,
  readable: 0.06,
};
const riskFactors = { HIGH: 0.5, MEDIUM: 0.8, LOW: 0.95 } as const;

/**
 * 0–1, no chance but an order: the weighted mean of the criteria, times a factor for the intent's probability (.6 for an intent that
 * is not known, 1 for a sure one), for the gravest risk (.5, .8, .95), for the injection signal (1 below .5, from there down to .5) and for the
 * share of statements that rest only on what others were told (1 to .6).
 */
export function confidenceOf({
  quality,
  risks,
  intentProbability,
  injection,
  borrowed,
}: {
  quality: Readonly<Record<string, number>>;
  risks: readonly DraftRisk[];
  intentProbability: number;
  injection: number;
  /** 0–1. */
  borrowed: number;
}): number {
  const mean = Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (quality[name] ?? 0),
    0,
  );
  const gravest = Math.min(1, ...risks.map(({ severity }) => riskFactors[severity]));
  return mean * (0.6 + 0.4 * intentProbability) * gravest * injectionFactor(injection) * (1 - 0.4 * borrowed);
}

/** Ordinary mails have low signals too: what marks nothing for review makes no draft less sure. */
const noticedFrom = 0.5;

function injectionFactor(signal: number): number {
  return 1 - (0.5 * Math.max(0, signal - noticedFrom)) / (1 - noticedFrom);
}
