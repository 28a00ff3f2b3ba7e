import { expect, test } from "vitest";
import type { LeadScoringState } from "../state.ts";
import { explain } from "./explain.ts";

const factor = (name: string, evidence: string[]) => ({
  name,
  value: "1",
  points: 3,
  contribution: 0.2,
  effect: "raises",
  evidence,
});
const price = { text: "How much is it?", factors: ["asked for the price", "asked us something"] };
const offers = { text: "We have three offers.", factors: ["mentioned another offer"] };
const touch = (id: string, quotes?: object[]) => ({
  id,
  at: new Date("2026-03-01T09:00:00Z"),
  label: "email from the lead",
  excerpt: `Hello, this is the beginning of ${id}`,
  quotes,
});

function evidenceOf(factors: object[]) {
  const state = {
    lead: { outcome: null, touches: [touch("m1", [price, offers]), touch("m2", [])] },
    local: { kind: "stack", caveats: [] },
    scorers: [],
    comparable: [],
    score: { score: 42, probability: 0.42, low: 0.3, high: 0.5, band: "B", factors },
  } as unknown as LeadScoringState;
  const { evidence } = explain(state) as Pick<LeadScoringState, "evidence">;
  return evidence.map(({ factor: name, interactionId, excerpt }) => [name, interactionId, excerpt]);
}

test("quotes the sentence that a factor rests on, and the beginning of what it does not", () => {
  expect(
    evidenceOf([factor("messages from the lead", ["m1", "m2"]), factor("asked for the price", ["m1"])]),
  ).toEqual([
    ["messages from the lead", "m1", "How much is it?"],
    ["messages from the lead", "m2", "Hello, this is the beginning of m2"],
    ["asked for the price", "m1", "How much is it?"],
  ]);
});

test("quotes each sentence once, the strongest factor's first", () => {
  const factors = ["mentioned another offer", "asked us something", "asked for the price"];
  const [first] = evidenceOf(factors.map((name) => factor(name, ["m1"])));
  expect(first?.[2]).toBe("We have three offers. … How much is it?");
});

test("what is not in reach has no quote", () => {
  expect(evidenceOf([factor("asked for the price", ["long ago"])])).toEqual([
    ["asked for the price", "long ago", null],
  ]);
});
