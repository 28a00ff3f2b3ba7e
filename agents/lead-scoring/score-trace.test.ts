import { describe, expect, test } from "vitest";
import type { LeadScoringState } from "#graphs/lead-scoring/state.ts";
import { changeLines, historyLine, toChange, toHistory, toSince } from "./score-trace.ts";

const asOf = new Date("2026-03-01T00:00:00Z");
const since = new Date("2026-02-01T00:00:00Z");
const reason = (factor: string, points: number, from = "1", to = "2") => ({ factor, from, to, points });
const stored = (day: number, probability: number, modelVersion: number | null) => ({
  scoredAt: new Date(Date.UTC(2026, 1, day)),
  asOf: new Date(Date.UTC(2026, 1, day)),
  probability,
  low: 0.1,
  high: 0.9,
  band: "B" as const,
  modelId: null,
  modelVersion,
});
const state = (
  change: Partial<NonNullable<LeadScoringState["trace"]["change"]>> | null,
  history: LeadScoringState["trace"]["history"] = [],
): Pick<LeadScoringState, "trace"> => ({
  trace: {
    history,
    change: change && { fromScore: 40, toScore: 52, points: 12, reasons: [], wasKnown: true, ...change },
  },
});

describe("the moment that a change is told since", () => {
  test("is one before the moment explained", () => {
    expect(toSince(since.toISOString(), asOf)).toEqual(since);
    expect(toSince(undefined, asOf)).toBeUndefined();
  });

  test.each([asOf.toISOString(), "2026-03-02T00:00:00Z"])("cannot be %s", (moment) => {
    expect(() => toSince(moment, asOf)).toThrow(/not before 2026-03-01.*earlier one/);
  });
});

describe("a change", () => {
  const reasons = [
    reason("replies", 9),
    reason("model", 4, "version 1", "version 2"),
    reason("a", -2),
    reason("b", 1),
  ];

  test("is told in words with its strongest reasons, and line by line", () => {
    const change = toChange(state({ reasons }), since);
    expect(change?.text).toBe(
      "Since 2026-02-01 the score went from 40.0 to 52.0 (+12.0 points): replies (1 → 2) +9.0, model (version 1 → version 2) +4.0, a (1 → 2) -2.0 and 1 more.",
    );
    expect(changeLines(change)).toHaveLength(5);
    expect(changeLines(change)[1]).toBe("  +9.0  replies (1 → 2)");
  });

  test.each([
    ["without reasons", { points: 0, toScore: 40 }, /^Nothing that counts has changed since 2026-02-01\.$/],
    [
      "of a lead that was not known",
      { reasons, wasKnown: false },
      /Nothing was known of the lead on 2026-02-01/,
    ],
    ["of a factor that kept its value", { reasons: [reason("a", 3, "x", "x")] }, /: a \(x\) \+3\.0\.$/],
    [
      "of many at once",
      { reasons: [reason("smaller changes", 3, "", "9 factors together")] },
      /\(9 factors together\)/,
    ],
  ])("%s says so", (_, change, text) => {
    expect(toChange(state(change), since)?.text).toMatch(text);
  });

  test("that nobody asked for is not told", () => {
    expect(toChange(state(null), since)).toBeNull();
    expect(toChange(state({ reasons }), undefined)).toBeNull();
    expect(changeLines(null)).toEqual([]);
  });
});

test("stored scores are told with their model, and drawn in one line", () => {
  const history = toHistory(state(null, [stored(1, 0.05, null), stored(9, 0.5, 1), stored(17, 1, 2)]));
  expect(history[1]).toEqual({
    at: "2026-02-09T00:00:00.000Z",
    score: 50,
    low: 0.1,
    high: 0.9,
    band: "B",
    model_version: 1,
  });
  expect(historyLine(history)).toEqual(["▁▅█  5 on 2026-02-01 to 100 on 2026-02-17"]);
  expect(historyLine(history.slice(0, 1))).toEqual([]);
});
