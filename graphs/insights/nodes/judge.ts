import { judgeFindings } from "#tools/judge-findings.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** Judges every test of the run together, so that many questions do not make for false answers. */
export function judge({ tested }: InsightsState): InsightsUpdate {
  return {
    findings: judgeFindings(
      tested.flatMap(({ analysis, tested: results }) => results.map((one) => ({ ...one, analysis }))),
    ),
  };
}
