import type { Alone } from "./alone.ts";
import type { Finding } from "./field-check.ts";
import { percent } from "./proportion.ts";

/** Share of the outcome's entropy from which on one field explains a lot: an AUC of about .75 to .8. */
const aLot = 0.15;
/** Of which the data are sure. */
const surelyALot = 0.1;
/** By far: so many times what the next field explains. */
const byFar = 2;

interface Candidate {
  source: string;
  alone: Alone;
}

/** Two fields within this share of each other are taken for one thing told twice: seconds and minutes of one call. */
const alike = 0.95;

/** Fields that explain far more than any other: one, or two that are alike. Leaks are not to be among the candidates. */
export function strongestFindings(candidates: readonly Candidate[]): [string, Finding][] {
  const sorted = candidates.toSorted((a, b) => b.alone.explained - a.alone.explained);
  const explained = sorted.map(({ alone }) => Math.max(0, alone.explained));
  const [first = 0, second = 0, third = 0] = explained;
  if (sorted.length < 3 || first < aLot || (sorted[0]?.alone.explainedLow ?? 0) < surelyALot) return [];
  const top = second >= alike * first ? 2 : 1;
  const next = top === 2 ? third : second;
  if (first < byFar * next) return [];
  return sorted.slice(0, top).map(({ source, alone }) => [source, toFinding(alone, next)]);
}

function toFinding(alone: Alone, next: number): Finding {
  return {
    verdict: "suspect",
    kind: "strongest",
    sentence: `By far the strongest: alone it explains ${percent(alone.explained)} of the uncertainty (AUC ${alone.auc.toFixed(3)}), the next field ${percent(next)}.`,
  };
}
