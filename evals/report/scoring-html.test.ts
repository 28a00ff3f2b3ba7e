import { describe, expect, test } from "vitest";
import { judgeTable } from "../suites/scoring/judge-table.ts";
import type { ScoringReport } from "../suites/scoring/results.ts";
import { nothingMeasured } from "../suites/scoring/run-scoring.ts";
import { scoredForTests } from "../suites/scoring/test-scored.ts";
import { atLeast } from "./figure-table.ts";
import { ticks } from "./html/plot.ts";
import { scoringHtml } from "./scoring-html.ts";
import { scoringMarkdown } from "./scoring-markdown.ts";

const report: ScoringReport = {
  ...nothingMeasured(),
  title: "Leads of <Smith & Sons>",
  tables: [judgeTable('a "table" <b>', scoredForTests())],
  floors: [{ name: "AUC", value: null, unit: "", target: atLeast(0.8) }],
};
const page = scoringHtml(report);

describe("the page", () => {
  test("needs nothing from elsewhere", () => {
    expect(page).not.toMatch(/https?:|<script|<link|@import|url\(|src=/);
  });

  test("escapes names", () => {
    expect(page).toContain("Leads of &lt;Smith &amp; Sons&gt;");
    expect(page).not.toMatch(/<b>|<Smith/);
  });

  test("has six pictures, each named for those who cannot see it, and each as a table", () => {
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]{20,}"/g)).toHaveLength(6);
    expect(page.match(/<details><summary>Numbers<\/summary><div class="scroll"><table>/g)).toHaveLength(6);
  });

  test("draws numbers only", () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test("says which floors do not hold", () => {
    expect(page).toContain("0 of 1 floors hold");
    expect(page).toContain('<span class="missed">missing</span>');
  });
});

test("Markdown has the floors and the table's figures", () => {
  const text = scoringMarkdown(report);
  expect(text).toMatch(/\| AUC +\| missing +\| ≥ 0.8 +\| missing +\|/);
  expect(text).toMatch(/\| ECE15 +\| \.\d{4} \|/);
});

test.each([
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, 0.34, [0, 0.1, 0.2, 0.3]],
  [0, 5.5, [0, 2, 4]],
  [0, 0.05, [0, 0.01, 0.02, 0.03, 0.04, 0.05]],
])("ticks of %d to %d are round", (from, to, expected) => {
  expect(ticks({ from, to })).toEqual(expected);
});
