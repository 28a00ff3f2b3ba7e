import type { Analysis, Finding } from "#core/domain/insight.ts";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { evidence } from "../statistics/evidence.ts";

/** A finding with what all tests of its run together make of it. */
export interface Judged extends Finding {
  /** The share of false discoveries at which it would still be one (Benjamini–Hochberg); null for an estimate. */
  q: number | null;
  /** docs/insights.md says what it means for each kind. */
  confidence: number;
}

/** A finding is told up to this share of false discoveries. */
export const mostFalse = 0.05;

/** Nothing was tested: the odds stay even. */
export const untested = 0.5;

/**
 * Controls the share of false discoveries over every test of the run, also those that found nothing, and keeps what stands. Courses
 * are few and groups many: each of the two kinds has its fixed share of the errors, whatever their numbers (weighted procedure of
 * Genovese, Roeder & Wasserman, Biometrika 93, 2006; the weights do not depend on the data's values).
 * @returns findings in the order of their ids, forecasts among them.
 */
export function judge(tested: readonly AnalysisTests[]): Judged[] {
  const made = { courses: 0, groups: 0 };
  for (const { analysis, tests } of tested) made[kindOf(analysis)] += tests;
  const all = made.courses + made.groups;
  const weightOf = (kind: keyof typeof made) => {
    const share = made.courses > 0 && made.groups > 0 ? shares[kind] : 1;
    return (share * all) / Math.max(1, made[kind]);
  };
  const findings = tested
    .flatMap((one) => one.findings)
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const tests = findings.filter(({ p }) => p !== null);
  const weighted = tests.map(({ p, analysis }) => Math.min(1, (p ?? 1) / weightOf(kindOf(analysis))));
  const silent = new Array<number>(Math.max(0, all - tests.length)).fill(1);
  const qs = benjaminiHochberg([...weighted, ...silent]);
  const byId = new Map(tests.map(({ id }, index) => [id, qs[index] ?? 1]));
  return findings.flatMap((finding): Judged[] => {
    const q = byId.get(finding.id);
    if (q === undefined) return [{ ...finding, q: null, confidence: confidenceOfForecast(finding) }];
    return q <= mostFalse ? [{ ...finding, q, confidence: evidence(q) }] : [];
  });
}

/** What the tests of one analysis gave. */
export interface AnalysisTests {
  analysis: Analysis;
  tests: number;
  findings: readonly Finding[];
}

/** Of all errors allowed. */
const shares = { courses: 0.6, groups: 0.4 };

function kindOf(analysis: Analysis): keyof typeof shares {
  return analysis === "group" ? "groups" : "courses";
}

/** How often the intervals of its trial runs held what came; the texts say so. */
function confidenceOfForecast({ numbers }: Finding): number {
  return Math.min(1, Math.max(0, numbers.coverage_share ?? untested));
}
