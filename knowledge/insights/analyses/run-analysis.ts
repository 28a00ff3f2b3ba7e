import type { Analysis } from "#core/domain/insight.ts";
import { dispersionOf } from "../dispersion.ts";
import { dispersionBetween } from "../dispersion-between.ts";
import type { InsightData } from "../insight-data.ts";
import type { GroupSubject, SeriesSubject, Tested } from "../subjects.ts";
import { forecast } from "./forecast.ts";
import { group } from "./group.ts";
import { period } from "./period.ts";
import { season } from "./season.ts";
import { spike } from "./spike.ts";
import { step } from "./step.ts";
import { trend } from "./trend.ts";

const ofSeries = { trend, step, spike, season, period, forecast };

/** A forecast takes its time; those of the metrics that teams plan by are made. */
const forecastMetrics = new Set(["new_leads", "won", "inbound_messages", "win_rate"]);

/** Everything that can be analysed, in the order in which it is done. */
export const allAnalyses: readonly Analysis[] = [
  "trend",
  "step",
  "spike",
  "season",
  "group",
  "period",
  "forecast",
];

/** Makes one analysis of every metric. */
export function runAnalysis(analysis: Analysis, data: InsightData): Tested[] {
  if (analysis === "group") return groupSubjects(data).map(group);
  const subjects = seriesSubjects(data).filter(({ metric }) => !withoutCourse.has(metric.id));
  const run = ofSeries[analysis];
  if (analysis !== "forecast") return subjects.map(run);
  return subjects.filter(({ metric }) => forecastMetrics.has(metric.id) || subjects.length <= 2).map(run);
}

/** What moves it moves the win rate, of which more days are known. */
const withoutCourse = new Set(["conversion_rate"]);

const subjectsOf = new WeakMap<InsightData, SeriesSubject[]>();

/** The same subjects for the same data, so that what is found of one serves several analyses. */
function seriesSubjects(data: InsightData): SeriesSubject[] {
  const known = subjectsOf.get(data) ?? toSubjects(data);
  subjectsOf.set(data, known);
  return known;
}

function toSubjects({ series, metrics, first, grain, totals }: InsightData): SeriesSubject[] {
  return series.flatMap(({ metric: id, points }) => {
    const metric = metrics.find((one) => one.id === id);
    if (!metric) return [];
    return [
      {
        metric,
        grain,
        history: points.filter(({ at }) => at < first),
        points: points.filter(({ at }) => at >= first),
        totals: totals.filter((total) => total.metric === id),
      },
    ];
  });
}

function groupSubjects({ groupings, metrics, series, first }: InsightData): GroupSubject[] {
  const subjects = groupings.flatMap((grouping) => {
    const metric = metrics.find(({ id }) => id === grouping.metric);
    return metric && metric.kind !== "count" && !isToldTwice(metric.id, metrics)
      ? [{ metric, grouping }]
      : [];
  });
  return subjects.map(({ metric, grouping }) => {
    if (metric.kind !== "rate") return { metric, grouping, dispersion: 1 };
    const own = series.find((one) => one.metric === metric.id)?.points.filter(({ at }) => at >= first) ?? [];
    const others = subjects.filter((one) => one.metric === metric).map((one) => one.grouping);
    return { metric, grouping, dispersion: Math.max(dispersionOf(own), dispersionBetween(others)) };
  });
}

/** Who wins leads is compared once: by those that ended, as the age of open ones differs between groups. */
function isToldTwice(id: string, metrics: InsightData["metrics"]): boolean {
  return id === "conversion_rate" && metrics.some((metric) => metric.id === "win_rate");
}
