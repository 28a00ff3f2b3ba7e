import { expect, test } from "vitest";
import type { LeadScoringState } from "../state.ts";
import { explain } from "./explain.ts";

const factor = (name: string, points: number, effect: string) => ({
  name,
  value: "3",
  points,
  contribution: points / 20,
  effect,
  evidence: [],
});

function explained(more: object = {}) {
  const state = {
    lead: { outcome: null, touches: [] },
    local: { kind: "stack", caveats: [] },
    scorers: [],
    comparable: [{ outcome: "won" }, { outcome: "lost" }],
    score: {
      score: 42,
      probability: 0.42,
      low: 0.3,
      high: 0.5,
      band: "B",
      factors: [
        factor("replies", 12.4, "raises"),
        factor("company.size", -3.21, "lowers"),
        factor("noise", 0.02, "neutral"),
        factor("base rate", 30, "neutral"),
      ],
    },
    ...more,
  } as unknown as LeadScoringState;
  return (explain(state) as Pick<LeadScoringState, "explanation">).explanation;
}

test("says what speaks for and against a lead, by how many points, and leaves noise out", () => {
  const text = explained();
  expect(text).toContain("Speaks for it: replies (3; +12 points).");
  expect(text).toContain("Speaks against it: company size (3; -3.2 points).");
  expect(text).toContain("Of the 2 most comparable past leads, 1 was won.");
  expect(text).not.toMatch(/noise|base rate/);
});

test("where the data cannot tell leads apart it says so, and names no comparable leads", () => {
  const text = explained({
    local: { kind: "base-rate", caveats: [] },
    comparable: [],
    score: { ...{ score: 10, probability: 0.1, low: 0.1, high: 0.1, band: "C" }, factors: [] },
  });
  expect(text).toContain("cannot tell leads apart");
  expect(text).not.toMatch(/Speaks|comparable past leads,/);
});
