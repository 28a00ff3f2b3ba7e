import { describe, expect, test } from "vitest";
import { insightsFloors } from "../suites/insights/floors.ts";
import type { Told } from "../suites/insights/judging/told.ts";
import type { InsightsResults } from "../suites/insights/results.ts";
import { atMost, verdictOf } from "./figure-table.ts";
import { insightsHtml } from "./insights-html.ts";
import { insightsJson } from "./insights-json.ts";
import { insightsMarkdown } from "./insights-markdown.ts";

const told: Told = {
  id: "group:win_rate:source:<b>Referral</b>",
  analysis: "group",
  metric: "win_rate",
  dimension: "source",
  group: "<b>Referral</b>",
  direction: "up",
  confidence: 0.9,
};
const about = { days: 90, contacts: 500, seed: "0" };
const effect = { ...about, driver: "leads", size: "×2", direction: "up", strength: 6 } as const;
const results: InsightsResults = {
  nulls: [
    { ...about, flat: true, history: "short", wrong: [told] },
    { ...about, flat: false, history: "year", wrong: [] },
  ],
  planted: [
    { ...effect, kind: "trend", shape: "straight", found: true, right: [told], wrong: [], unsure: [] },
    { ...effect, kind: "step", shape: "late", found: false, right: [], wrong: [told], unsure: [] },
  ],
  fresh: "<seed>",
  lies: [{ kind: "swaps two names", said: 3, reached: ["<i>A lie.</i>"] }],
  others: [
    { name: "speed", figures: [{ name: "a year", value: 2, unit: "s", target: atMost(8) }], tables: [] },
  ],
  absent: ["forecasts are <absent>."],
};
const parts = ["null", "planted", "models", "speed", "journeys"] as const;
const report = { title: "Insights", ...results, floors: insightsFloors(parts, results) };

test("floors: false findings, recall, precision, lies, and what was not measured", () => {
  expect(report.floors.map((floor) => [floor.name, floor.value, verdictOf(floor)])).toEqual([
    ["null workspaces of 2 with a finding of confidence ≥ .8", 1, "MISSED"],
    ["planted effects: recall", 0.5, "MISSED"],
    ["planted effects: precision", 0.5, "MISSED"],
    ["model: lies that reached the answer", 1, "MISSED"],
    ["model: cases in which it was asked and lied", 1, "MISSED"],
    ["a year", 2, "holds"],
    ["journeys", null, "missing"],
  ]);
});

test("a part that could not be measured misses its floors", () => {
  const nothing = { ...results, nulls: null, planted: null, lies: null, others: [] };
  expect(new Set(insightsFloors(parts, nothing).map(verdictOf))).toEqual(new Set(["missing"]));
});

describe("the page", () => {
  const page = insightsHtml(report);

  test("needs nothing from elsewhere and escapes texts", () => {
    expect(page).not.toMatch(/https?:|<script|<link|@import|url\(|src=/);
    expect(page).not.toMatch(/<b>|<i>|<seed>|<absent>/);
    expect(page).toContain("forecasts are &lt;absent&gt;.");
  });

  test("shows recall and precision as pictures, each named and each as a table", () => {
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]{20,}"/g)).toHaveLength(2);
  });
});

test("Markdown has a table of kinds and of what was missed", () => {
  const text = insightsMarkdown(report);
  expect(text).toMatch(/\| trend +\| 1 +\| 1\.000 \(21 %–100 %\)/);
  expect(text).toMatch(/\| 0 +\| step of leads, late/);
  expect(text).toContain("**forecasts are <absent>.**");
});

test("JSON keeps targets as text", () => {
  expect(JSON.parse(insightsJson(report))).toMatchObject({
    floors: expect.arrayContaining([
      expect.objectContaining({ name: "a year", target: "≤ 8", verdict: "holds" }),
    ]),
    others: [{ figures: [{ target: "≤ 8" }] }],
  });
});
