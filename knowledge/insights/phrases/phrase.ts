import type { Telling } from "#core/analyst.ts";
import type { Analysis } from "#core/domain/insight.ts";
import type { Grain } from "#core/domain/series.ts";
import { displayUnit } from "../display-unit.ts";
import type { Judged } from "../judge.ts";
import type { Story } from "../stories.ts";
import type { MetricInfo } from "../subjects.ts";
import { tellForecast } from "./forecast.ts";
import { tellGroup } from "./group.ts";
import { tellPeriod } from "./period.ts";
import { tellSeason } from "./season.ts";
import { tellSpike } from "./spike.ts";
import { tellStep } from "./step.ts";
import { alongside } from "./supporting.ts";
import type { Template } from "./template.ts";
import { tellTrend } from "./trend.ts";

const mostAlongside = 3;

const templates: Record<Analysis, Template> = {
  trend: tellTrend,
  step: tellStep,
  spike: tellSpike,
  season: tellSeason,
  group: tellGroup,
  period: tellPeriod,
  forecast: tellForecast,
};

/** Tells a story in plain English; every number and name comes from its findings. */
export function phraseStory(
  { lead, supporting }: Story,
  { metrics, grain }: { metrics: readonly MetricInfo[]; grain: Grain },
): Telling {
  const metricOf = ({ metric }: Judged) =>
    metrics.find(({ id }) => id === metric) ?? {
      id: metric,
      title: metric,
      kind: "count" as const,
      better: null,
    };
  const phraseOf = (finding: Judged) => ({
    finding,
    metric: metricOf(finding),
    grain,
    unit: unitOf(finding, grain),
  });
  const { title, description, recommendations } = templates[lead.analysis](phraseOf(lead));
  const firsts = supporting.filter(
    (one, at) => supporting.findIndex(({ metric }) => metric === one.metric) === at,
  );
  const more = firsts.flatMap((finding) => alongside(phraseOf(finding), lead) ?? []);
  return {
    id: lead.id,
    title,
    description: [description, ...more.slice(0, mostAlongside)].join(" "),
    recommendations,
  };
}

function unitOf({ id, analysis, numbers }: Judged, grain: Grain): Grain {
  if (id.endsWith(":week")) return "week";
  return analysis === "trend" || analysis === "step"
    ? displayUnit(grain, numbers.length_buckets ?? 0).unit
    : grain;
}
