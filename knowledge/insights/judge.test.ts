import { describe, expect, test } from "vitest";
import type { Finding } from "#core/domain/insight.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { judge } from "./judge.ts";
import { testStories } from "./test-stories.ts";

const [model] = testStories(1);
const finding = (id: string, p: number | null): Finding => {
  const { q: _, confidence: __, ...plain } = model?.story.lead ?? expect.fail();
  return { ...plain, id, p };
};
const tested = (findings: Finding[], tests = findings.length) => [
  { analysis: "trend" as const, findings, tests },
];

describe("judging all tests of a run together", () => {
  test("one small p among few tests stands, the same among many does not", () => {
    expect(judge(tested([finding("a", 0.001)], 10)).map(({ q }) => q)).toEqual([0.01]);
    expect(judge(tested([finding("a", 0.001)], 1_000))).toEqual([]);
  });

  test("confidence is .8 at a false discovery rate of about .025", () => {
    const confidence = (p: number) => judge(tested([finding("a", p)]))[0]?.confidence ?? 0;
    expect(confidence(0.024)).toBeGreaterThan(0.8);
    expect(confidence(0.027)).toBeLessThan(0.8);
    expect(confidence(0.049)).toBeGreaterThan(0.71);
  });

  test("estimates are kept as such, in the order of ids", () => {
    const forecast = { ...finding("forecast:x", null), numbers: { coverage_share: 0.88 } };
    const judged = judge(tested([finding("trend:x", 1e-6), forecast], 1));
    expect(judged.map(({ id, q, confidence }) => [id, q, confidence > 0.85])).toEqual([
      ["forecast:x", null, true],
      ["trend:x", 1e-6, true],
    ]);
  });

  test("of 1,000 runs without effects few tell anything, however many tests they make", () => {
    const random = seededRandom(5);
    const runs = Array.from({ length: 1_000 }, () =>
      judge(tested(Array.from({ length: 120 }, (_, index) => finding(`t${index}`, random())))),
    );
    const sure = runs.filter((found) => found.some(({ confidence }) => confidence >= 0.8)).length;
    expect(sure).toBeGreaterThan(5);
    expect(sure).toBeLessThan(50);
  });
});
