import type { Telling } from "#core/analyst.ts";
import type { Grain } from "#core/domain/series.ts";
import type { Judged } from "../judge.ts";
import type { MetricInfo } from "../subjects.ts";

/** What a template is given: the finding, its metric and the length of its buckets. */
export interface Phrase {
  finding: Judged;
  metric: MetricInfo;
  grain: Grain;
  /** What its levels are told in. */
  unit: Grain;
}

export type Template = (phrase: Phrase) => Omit<Telling, "id">;
