import { expect, test } from "vitest";
import { repeatFinder, repeatJudge } from "./repeats.ts";

test("finds every repeated key and hardly another", () => {
  const { add, candidates } = repeatFinder();
  for (let i = 0; i < 50_000; i++) add(`key ${i}`);
  for (let i = 0; i < 50_000; i += 1_000) add(`key ${i}`);
  for (let i = 0; i < 50_000; i += 1_000) expect(candidates.has(`key ${i}`)).toBe(true);
  expect(candidates.size).toBeLessThan(55);
});

test("judges the later rows of a key by what they say", () => {
  const judge = repeatJudge((key) => key !== "alone");
  expect(judge({ key: "a", hash: "1", line: 2 })).toBe("first");
  expect(judge({ key: "a", hash: "1", line: 3 })).toBe("same");
  expect(judge({ key: "a", hash: "2", line: 4 })).toMatchObject({
    line: 4,
    reason: expect.stringContaining("line 2"),
  });
  expect(judge({ key: "alone", hash: "1", line: 5 })).toBe("first");
});
