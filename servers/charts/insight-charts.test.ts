import { expect, test } from "vitest";
import type { GenerateInsightsOutput, ToldInsight } from "#agents/insights/contract.ts";
import { shownPoints } from "#agents/insights/shown-points.ts";
import type { Finding } from "#core/domain/insight.ts";
import { forecast } from "#knowledge/insights/analyses/forecast.ts";
import { period } from "#knowledge/insights/analyses/period.ts";
import { spike } from "#knowledge/insights/analyses/spike.ts";
import { step } from "#knowledge/insights/analyses/step.ts";
import { trend } from "#knowledge/insights/analyses/trend.ts";
import type { SeriesSubject } from "#knowledge/insights/subjects.ts";
import { findingChart } from "./finding-chart.ts";
import { chartedFinding } from "./insight-charts.ts";

const metric = { id: "new_leads", title: "New leads", kind: "count" as const, better: "up" as const };
const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10);

/** Days of a count with a pattern of the week. */
function subject(days: number, level: (index: number) => number): SeriesSubject {
  const pointAt = (index: number) => {
    const weekday = ((index % 7) + 7) % 7;
    const value = Math.round(
      level(Math.max(0, index)) + 2 - Math.abs(weekday - 2) + (Math.abs(index * 5) % 3),
    );
    return { at: dayOf(index), value, n: value };
  };
  const points = Array.from({ length: days }, (_, index) => pointAt(index));
  const history = Array.from({ length: 90 }, (_, index) => pointAt(index - 90));
  const total = (which: "this" | "previous", share: number) => ({
    metric: metric.id,
    period: which,
    from: dayOf(0),
    to: dayOf(days),
    value: Math.round(points.reduce((sum, { n }) => sum + n, 0) * share),
    n: Math.round(points.reduce((sum, { n }) => sum + n, 0) * share),
    points: points.map((point) => ({ ...point, value: point.value * share })),
  });
  return { metric, grain: "day", history, points, totals: [total("this", 1), total("previous", 0.5)] };
}

function told(finding: Finding | undefined): ToldInsight {
  if (!finding) throw new Error("nothing was found");
  const { id, analysis, numbers, words, group } = finding;
  return {
    id,
    title: id,
    description: "",
    dataPoints: shownPoints(finding),
    evidence: {
      finding: id,
      analysis,
      metric: metric.id,
      numbers,
      group: group ?? null,
      at: words.at ?? null,
    },
  } as ToldInsight;
}

function answerOf(...insights: ToldInsight[]): GenerateInsightsOutput {
  const trends = [{ name: metric.id, title: metric.title }];
  return { insights, trends, period: { grain: "day" } } as GenerateInsightsOutput;
}

const rising = subject(90, (index) => 10 + index / 6);
const stepped = subject(90, (index) => (index < 40 ? 10 : 20));
const find = (subject: SeriesSubject) => ({
  trend: trend(subject).findings[0],
  step: step(subject).findings[0],
  forecast: forecast(subject).findings[0],
});

/** Where the marks stand: the measured points' heights and the ends of the heavy lines over them. */
function heights(svg: string) {
  const points = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)" r="[12][.\d]*"/g)].map(([, y]) =>
    Number(y),
  );
  const lines = [
    ...svg.matchAll(/<line x1="[\d.]+" y1="([\d.]+)" x2="[\d.]+" y2="([\d.]+)" stroke-width="2\.[24]"/g),
  ];
  return { points, ends: lines.flatMap(([, from, to]) => [Number(from), Number(to)]) };
}

test.each([
  ["trend", find(rising).trend, 90],
  ["step", find(stepped).step, 90],
  ["trend", find(subject(56, (index) => 10 + index / 6)).trend, 56],
  ["step", find(subject(56, (index) => (index < 25 ? 10 : 20))).step, 56],
])("the line of a %s runs through the points that it was found in (%#)", (_name, finding, days) => {
  const insight = told(finding);
  const charted = chartedFinding(insight, answerOf(insight));
  expect(charted?.unit).toBe(days > 62 ? "New leads per week" : "New leads per day");
  const svg = (charted && findingChart(charted)) ?? "";
  expect(svg).toContain(`>${charted?.unit}<`);
  const { points, ends } = heights(svg.replace(/<g class="key[\s\S]*/, ""));
  // Without the samples of the legend, which stand lowest.
  const drawn = ends.filter((y) => y <= Math.max(...points) + 25).slice(0, 4);
  expect(drawn.length).toBeGreaterThanOrEqual(2);
  for (const y of drawn) {
    expect(y).toBeGreaterThanOrEqual(Math.min(...points) - 25);
    expect(y).toBeLessThanOrEqual(Math.max(...points) + 25);
  }
});

test.each([
  ["by weeks", 90, 12, "New leads per week"],
  ["by days", 56, 56, "New leads per day"],
])("a forecast %s continues a history in its own unit", (_unit, days, length, unit) => {
  const found = find(subject(days, (index) => 10 + index / 6));
  const [course, ahead] = [told(found.trend), told(found.forecast)];
  const charted = chartedFinding(ahead, answerOf(course, ahead));
  expect(charted).toMatchObject({ unit });
  expect(charted?.history).toHaveLength(length);
  const last = charted?.history?.at(-1)?.value ?? 0;
  const next = ahead.dataPoints[0]?.value ?? 0;
  expect(next / last).toBeGreaterThan(0.6);
  expect(next / last).toBeLessThan(1.7);
});

test("a forecast does not continue a history in another unit, and is drawn alone where none is told", () => {
  const daily = told(find(subject(56, (index) => 10 + index / 6)).trend);
  const ahead = told(find(rising).forecast);
  for (const answer of [answerOf(daily, ahead), answerOf(ahead)]) {
    const charted = chartedFinding(ahead, answer);
    expect(charted?.history).toEqual([]);
    const svg = (charted && findingChart(charted)) ?? "";
    expect(svg).toContain("forecast with its 90 % interval");
    expect(svg).not.toContain("measured");
  }
});

test("a forecast has the interval of every bucket ahead, drawn as a band", () => {
  const ahead = told(find(rising).forecast);
  expect(ahead.dataPoints).toHaveLength(4);
  for (const { value, low, high } of ahead.dataPoints) {
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 0);
  }
  const charted = chartedFinding(ahead, answerOf(ahead));
  expect((charted && findingChart(charted)) ?? "").toMatch(/<path [^>]*opacity="0.17"/);
});

test("sums of whole periods are not named a day's", () => {
  const insight = told(period(rising).findings[0]);
  expect(chartedFinding(insight, answerOf(insight))?.unit).toBe("New leads in the period");
});

test.each([
  [7, "New leads per week"],
  [5, "New leads per 5 days"],
])("%i days in a row that stand out are drawn by their sums", (length, unit) => {
  const busy = subject(91, (index) => (index >= 49 && index < 49 + length ? 30 : 10));
  const insight = told(spike(busy).findings.find(({ id }) => id.endsWith(`:${dayOf(49)}:${length}days`)));
  const charted = chartedFinding(insight, answerOf(insight));
  expect(charted?.unit).toBe(unit);
  const marked = insight.dataPoints.find(({ label }) => label === insight.evidence?.at);
  expect(marked?.value).toBe(insight.evidence?.numbers.value_level);
  expect((charted && findingChart(charted)) ?? "").toContain("stands out");
});
