import { expect, test } from "vitest";
import { scoreSnapshot } from "../score.ts";
import { snapshotOf, touch } from "../training/synthetic-leads.ts";
import { factorName } from "./factors.ts";
import { handMadeModel } from "./hand-made-model.ts";

const lead = snapshotOf({
  fields: { industry: "energy" },
  interactions: [touch("a", 9, { direction: "OUTBOUND" }), touch("b", 3, { direction: "INBOUND" })],
});

test("a source that is no feature is spoken of by its model", () => {
  const model = handMadeModel({
    rules: { "similar past leads": () => 1, "field:industry": () => 0.5, inbound: () => 0.2 },
    speak: (source) => (source === "similar past leads" ? "9 of 25 were won" : undefined),
  });
  const { factors } = scoreSnapshot(model, lead);
  const values = new Map(factors.map(({ name, value }) => [name, value]));
  expect(values.get("similar past leads")).toBe("9 of 25 were won");
  expect(values.get("industry")).toBe("energy");
  expect(values.get("messages and calls from the lead")).toBe("1");
});

test.each([
  ["field:industry", "industry"],
  ["field:base rate", "field “base rate”"],
  ["field:similar past leads", "field “similar past leads”"],
  ["field:model", "field “model”"],
  ["inbound", "messages and calls from the lead"],
])("%s is called %s", (source, name) => {
  expect(factorName(source)).toBe(name);
});

test("among many sources the strongest are put into words, with their interactions", () => {
  const names = Array.from({ length: 40 }, (_, i) => `field:f${i}`);
  const weak = Object.fromEntries(names.map((name) => [name, () => 0.01]));
  const model = handMadeModel({ rules: { ...weak, inbound: (value) => 2 * Number(value) } });
  const [first, base, ...rest] = scoreSnapshot(model, lead, { factors: 1 }).factors;
  expect(first).toMatchObject({
    name: "messages and calls from the lead",
    effect: "raises",
    evidence: ["b"],
  });
  expect(base).toMatchObject({ name: "base rate", effect: "neutral", weight: 0 });
  expect(rest).toEqual([]);
});
