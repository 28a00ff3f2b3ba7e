import { describe, expect, test } from "vitest";
import { hostileNames } from "../test-support/hostile-names.ts";
import { barChart } from "./bar-chart.ts";
import type { ChartOptions } from "./frame.ts";
import { funnelChart } from "./funnel-chart.ts";
import { incidenceChart } from "./incidence-chart.ts";
import { journeyChart } from "./journey-chart.ts";
import { lineChart } from "./line-chart.ts";
import { scoreChart } from "./score-chart.ts";

const week = (index: number) => new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10);
const points = Array.from({ length: 30 }, (_, i) => ({ at: week(i), value: i === 7 ? null : 10 + i }));

/** Every chart, with a name wherever somebody else's text may stand. */
const charts: Record<string, (name: string, options?: ChartOptions) => string> = {
  line: (name, options) =>
    lineChart(
      {
        title: name,
        description: name,
        unit: name,
        points,
        trend: { from: 10, to: 39 },
        step: { at: week(12), before: 12, after: 30 },
        spikes: [{ at: week(20), text: name }],
        forecast: [{ at: week(30), value: 40, low: 30, high: 52 }],
      },
      options,
    ),
  bar: (name, options) =>
    barChart(
      {
        title: name,
        description: name,
        unit: "share",
        groups: [
          { name, value: 0.34, n: 100, low: 0.2, high: 0.4, marked: true },
          { name: null, value: null },
        ],
        reference: { value: 0.2, text: name },
      },
      options,
    ),
  funnel: (name, options) =>
    funnelChart(
      {
        title: name,
        description: name,
        stages: [
          { name, count: 500 },
          { name, count: 100, conversion: { share: 0.2, low: 0.15, high: 0.25 } },
        ],
      },
      options,
    ),
  incidence: (name, options) =>
    incidenceChart(
      {
        title: name,
        description: name,
        measured: name,
        curve: Array.from({ length: 600 }, (_, i) => ({
          ...{ days: i + 1, share: i / 1_000, low: i / 1_200, high: i / 900 },
        })),
        marks: [
          { share: 0.25, days: 251 },
          { share: 0.75, days: null },
        ],
      },
      options,
    ),
  journey: (name, options) =>
    journeyChart(
      {
        title: name,
        description: name,
        stages: [
          { name, enteredAt: "2026-03-01T09:00:00Z", dwellDays: 3, wonMedianDays: 2, lostMedianDays: 9 },
          { name, enteredAt: "2026-03-04T09:00:00Z", dwellDays: 12, open: true },
          { name, enteredAt: null, dwellDays: null },
        ],
      },
      options,
    ),
  score: (name, options) =>
    scoreChart(
      {
        title: name,
        description: name,
        factors: [
          { name, value: name, points: 12.5 },
          { name, value: name, points: -4 },
        ],
      },
      options,
    ),
};

describe.each(Object.keys(charts))("the %s chart", (kind) => {
  const draw = charts[kind] as (name: string, options?: ChartOptions) => string;

  test.each(hostileNames.map((name) => [name.slice(0, 30), name]))(
    "holds %j as text only",
    (_shown, name) => {
      for (const width of [344, 640]) {
        const svg = draw(name, { width });
        expect(wellFormed(svg)).toBe(true);
        expect(elementsOf(svg)).toEqual(elementsOf(draw("plain", { width })));
        expect(svg).not.toMatch(/[^\P{C}\n]/u);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|"null|>null/);
        expect(svg.length).toBeLessThan(40_000);
      }
    },
  );

  test("stands alone, tells readers what it shows, and asks nothing of the network", () => {
    const svg = draw("Referral");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('role="img" aria-label="Referral"');
    expect(svg).toContain("<title>Referral</title><desc>Referral</desc>");
    expect(svg).toContain("prefers-color-scheme:dark");
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
      /https?:|url\(|href|@import|<script|\son\w+=/,
    );
  });

  test("is drawn the same each time", () => {
    expect(draw("a")).toBe(draw("a"));
  });
});

test("values that are none leave a gap, not a picture that cannot be drawn", () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY, null];
  const svg = lineChart({
    title: "Empty",
    description: "",
    unit: "leads",
    points: values.map((value, i) => ({ at: week(i), value })),
    trend: { from: Number.NaN, to: 2 },
    spikes: [{ at: "no date", text: "gone" }],
  });
  expect(svg).not.toMatch(/NaN|Infinity/);
  expect(svg).toContain("no values in this period");
  const nothing = lineChart({
    title: "None",
    description: "",
    unit: "leads",
    points: [{ at: "no date", value: 1 }],
  });
  expect(nothing).toContain("no values in this period");
});

test("bars, stages and factors without any are an empty picture", () => {
  const head = { title: "Empty", description: "" };
  for (const svg of [
    barChart({ ...head, unit: "share", groups: [] }),
    funnelChart({ ...head, stages: [] }),
    journeyChart({ ...head, stages: [] }),
    scoreChart({ ...head, factors: [] }),
  ]) {
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|Infinity/);
  }
});

test("a factor that raises goes right of zero, one that lowers left, each with its sign", () => {
  const svg = charts.score?.("seats") ?? "";
  expect(svg).toContain("+12.5");
  expect(svg).toContain("−4");
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  const [raises = [], lowers = []] = bars;
  expect(raises[0]).toBeCloseTo((lowers[0] ?? 0) + (lowers[1] ?? 0), 0);
});

test("the greatest value of a line stands highest", () => {
  const heights = [...(charts.line?.("x") ?? "").matchAll(/<circle cx="[\d.]+" cy="([\d.]+)" r="2.6"/g)].map(
    ([, y]) => Number(y),
  );
  expect(heights).toHaveLength(29);
  expect(Math.min(...heights)).toBe(heights.at(-1));
});

/** Whether every element is closed and every "&" begins an entity. */
function wellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = "", selfClosing] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!selfClosing) open.push(name);
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#39);)/.test(svg);
}

/** The elements' names in order, without the texts. */
function elementsOf(svg: string): string[] {
  return [...svg.matchAll(/<([a-z]+)/g)].map(([, name = ""]) => name);
}
