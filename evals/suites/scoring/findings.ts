import type { TrainingReport } from "#knowledge/scoring/training/report.ts";

/** A field that a training report names. */
export interface FieldFinding {
  field: string;
  verdict: "leak" | "suspect";
  leftOut: boolean;
  /** The strongest reason, a sentence. */
  evidence: string;
}

/** What a training report says about the honesty of its data. */
export interface Findings {
  /** Whether the data can tell leads apart, and the report's words for it; null for a prior. */
  signal: { found: boolean; sentence: string } | null;
  /** "Ready", "Fair" or "Not ready"; null for a prior. */
  grade: string | null;
  fields: readonly FieldFinding[];
}

/** Reads signal verdict, grade and field checks out of a training report. */
export function findingsOf({ signal, grade, checks }: TrainingReport): Findings {
  return {
    signal: signal && { found: signal.signal, sentence: signal.sentence },
    grade: grade?.grade ?? null,
    fields: checks.map(({ field, verdict, leftOut, evidence }) => ({
      field,
      verdict,
      leftOut,
      evidence: evidence[0] ?? "",
    })),
  };
}
