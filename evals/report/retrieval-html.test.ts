import { describe, expect, test } from "vitest";
import { compareSystems } from "../suites/retrieval/compare-systems.ts";
import type { RetrievalReport, SetResult } from "../suites/retrieval/results.ts";
import { atLeast } from "./figure-table.ts";
import { retrievalHtml } from "./retrieval-html.ts";
import { retrievalJson } from "./retrieval-json.ts";
import { retrievalMarkdown } from "./retrieval-markdown.ts";

const queries = [0.2, 0.6].map((value) => ({ ndcg10: value, recall: value, mrr10: value }));
const set: SetResult = {
  name: "a <set>",
  about: "questions & texts",
  documents: 3,
  queries: 2,
  k: 5,
  seconds: 1,
  systems: [
    { system: "reference BM25", queries, p50: 1, p95: 2 },
    {
      system: "lexical",
      queries: queries.map(() => ({ ndcg10: 0.5, recall: 0.5, mrr10: 0.5 })),
      p50: 1,
      p95: 2,
    },
  ],
};
const report: RetrievalReport = {
  title: "Retrieval",
  sets: [set],
  differences: compareSystems(set),
  absent: ["tau2 is <absent>."],
  answers: {
    engine: "local",
    shares: [{ kind: "answerable", source: "all", right: 8, of: 10, wrong: 1 }],
    sentences: 9,
    unsupported: [],
    p50: 5,
    p95: 9,
    examples: [{ question: "<b>?", source: "sample", what: "answered from other passages" }],
  },
  floors: [{ name: "recall", value: null, unit: "", target: atLeast(0.8) }],
};

describe("the page", () => {
  const page = retrievalHtml(report);

  test("needs nothing from elsewhere", () => {
    expect(page).not.toMatch(/https?:|<script|<link|@import|url\(|src=/);
  });

  test("escapes texts", () => {
    expect(page).not.toMatch(/<b>|<set>|<absent>/);
    expect(page).toContain("tau2 is &lt;absent&gt;.");
  });

  test("has two pictures a set, each named and each as a table", () => {
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]{20,}"/g)).toHaveLength(2);
    expect(page.match(/<details><summary>Numbers<\/summary>/g)).toHaveLength(2);
  });

  test("draws numbers only", () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test("says which floors do not hold", () => {
    expect(page).toContain("0 of 1 floors hold");
  });
});

test("Markdown has floors, means and differences with their intervals", () => {
  const text = retrievalMarkdown(report);
  expect(text).toMatch(/\| recall +\| missing +\| ≥ 0.8 +\| missing +\|/);
  expect(text).toMatch(/\| reference BM25 +\| \.400 \(\.200–\.600\) +\|/);
  expect(text).toMatch(/\| lexical +\| reference BM25 +\| \+\.100 \(−\.100 to \+\.300\) +\|/);
  expect(text).toMatch(/\| answerable +\| all +\| 10 +\| 80\.0 % \(49\.0 %–94\.3 %\) +\| 1 +\|/);
});

test("JSON has means instead of every query", () => {
  const { sets } = JSON.parse(retrievalJson(report));
  expect(sets[0].systems[1]).toMatchObject({
    system: "lexical",
    ndcg10: { value: 0.5, low: 0.5, high: 0.5 },
  });
});
