import type { Analysis } from "#core/domain/insight.ts";

/** What an answer claims, as far as it can be held against what was planted. */
export interface Told {
  id: string;
  analysis: Analysis;
  metric: string;
  dimension?: string | undefined;
  /** Null: those without a value. */
  group?: string | null | undefined;
  direction: "up" | "down" | "none";
  confidence: number;
  /** The days it points to, both included; absent where it is about the whole period. */
  at?: { from: string; to: string } | undefined;
}

/** From here on a claim counts, by recall, by precision and on null data. */
export const sureEnough = 0.8;

/** Claims that can be right or wrong: forecasts are judged by what comes. */
export function isClaim({ analysis, confidence }: Told): boolean {
  return analysis !== "forecast" && confidence >= sureEnough;
}
