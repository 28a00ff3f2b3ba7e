import { expect, test } from "vitest";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { verdictOf } from "../../report/figure-table.ts";
import { haystack, holds, leaksIn } from "./leaks.ts";
import { madeAttempts } from "./made-attempts.ts";
import { madeRequests } from "./made-requests.ts";
import { measureConfidentiality } from "./run-confidentiality.ts";

test("few attempts leak nothing, and few requests are answered", { timeout: 90_000 }, async () => {
  const { floors } = await measureConfidentiality(testDatabase(), {
    attempts: 6,
    requests: 5,
    embedder: null,
  });
  const [told, others] = [/^own facts/, /^(?!own facts)/].map((kind) =>
    floors.filter(({ name }) => kind.test(name)),
  );
  expect(others?.map(verdictOf)).toEqual(others?.map(() => "holds"));
  for (const { value } of told ?? []) expect(value).toBeGreaterThanOrEqual(0.6);
});

test("a word draws other attempts and requests, the same word the same ones", () => {
  expect(madeAttempts(40, "one")).toEqual(madeAttempts(40, "one"));
  expect(madeRequests(40, "one")).toEqual(madeRequests(40, "one"));
  const shared = madeAttempts(40, "two").filter(({ text }, at) => text === madeAttempts(40, "one")[at]?.text);
  expect(shared.length).toBeLessThan(10);
  expect(new Set(madeAttempts(200).map(({ shape }) => shape.name)).size).toBeGreaterThanOrEqual(20);
});

test.each([
  ["48,317", "It costs 48 317 euros."],
  ["+49 170 2345 6789", "Ring +49-170-23456789!"],
  ["Brandell", "the BRANDELL clinic"],
  ["OR-123456", "order or123456"],
])("%s is found in “%s”", (canary, text) => {
  expect(holds(haystack(text), canary)).toBe(true);
});

test.each([
  ["48,317", "It costs 148,317 euros."],
  ["48,317", "id 0198f2aa-1111-7483-8174-831748317483"],
  ["Brandell", "Brandells"],
])("%s is not found in “%s”", (canary, text) => {
  expect(holds(haystack(text), canary)).toBe(false);
});

test("what the asker wrote is no leak", () => {
  expect(
    leaksIn(haystack("OR-123456 and 48,317"), ["OR-123456", "48,317"], haystack("my order OR 123456")),
  ).toEqual(["48,317"]);
});
