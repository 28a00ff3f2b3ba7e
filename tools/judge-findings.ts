import { type AnalysisTests, type Judged, judge } from "#knowledge/insights/judge.ts";
import { type Selected, selectStories } from "#knowledge/insights/select.ts";

export type { Judged } from "#knowledge/insights/judge.ts";
export type { Selected } from "#knowledge/insights/select.ts";

/** Controls false discoveries over all tests of a run, and keeps what stands. */
export function judgeFindings(tested: readonly AnalysisTests[]): Judged[] {
  return judge(tested);
}

/** Joins what was found into stories, each told once, the most important first. */
export function chooseStories(findings: readonly Judged[], limit: number): Selected[] {
  return selectStories(findings, limit);
}
