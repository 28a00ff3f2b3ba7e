import { describe, expect, test } from "vitest";
import type { LeadModel } from "../lead-model.ts";
import { scoreSnapshot } from "../score.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { snapshotOf, syntheticLeads, touch } from "../training/synthetic-leads.ts";
import { handMadeModel } from "./hand-made-model.ts";
import { type ScoreChange, whyMoved } from "./why-moved.ts";

const covariance = [0.01, 0, 0, 0, 0.01, 0, 0, 0, 0.01];
const rules = {
  "field:budget": (value: unknown) => Math.log(Number(value)) - 9,
  "field:industry": (value: unknown) => (value === "energy" ? 1.5 : -0.3),
  inbound: (value: unknown) => 0.6 * Number(value) - 1,
  interactions: (value: unknown) => 0.1 * Number(value),
};
const plain = handMadeModel({ rules });
const bent = handMadeModel({ rules, calibration: { kind: "beta", a: 1.4, b: 0.6, c: 0.3, covariance } });
const extreme = handMadeModel({ rules, calibration: { kind: "platt", a: 40, b: 40, c: 9, covariance } });
const other = handMadeModel({ rules: { ...rules, inbound: (value) => 2 * Number(value) }, baseLogOdds: 0.5 });

const at = (model: LeadModel, snapshot: LeadSnapshot) => ({
  model,
  modelName: model === other ? "version 2" : "version 1",
  snapshot,
});
const sum = ({ reasons }: ScoreChange) => reasons.reduce((total, { points }) => total + points, 0);

/** Pairs of made-up leads stand for one lead that changed in all there is. */
const leads = syntheticLeads(240);
const pairs = leads.slice(0, 120).map(({ snapshot }, i) => ({
  early: snapshot,
  late: { ...(leads[i + 120]?.snapshot ?? snapshot), contactId: snapshot.contactId },
}));

describe.each([
  ["the same model", plain, plain],
  ["the same calibrated model", bent, bent],
  ["the same model at its bounds", extreme, extreme],
  ["another model", bent, other],
] as const)("by %s", (_, first, second) => {
  test("reasons add up to the difference of the two scores", () => {
    for (const { early, late } of pairs) {
      const change = whyMoved(at(first, early), at(second, late));
      const [from, to] = [scoreSnapshot(first, early).score, scoreSnapshot(second, late).score];
      expect(change.fromScore).toBeCloseTo(from, 9);
      expect(change.toScore).toBeCloseTo(to, 9);
      expect(Math.abs(sum(change) - (change.toScore - change.fromScore))).toBeLessThan(1e-9);
    }
  });
});

const quiet = snapshotOf({
  fields: { budget: 8_000, industry: "retail" },
  interactions: [touch("a", 20, { direction: "OUTBOUND", channel: "EMAIL" })],
});

test("names what changed, from what to what, and nothing that stayed", () => {
  const energetic = { ...quiet, fields: { ...quiet.fields, industry: "energy" } };
  const { reasons, points } = whyMoved(at(bent, quiet), at(bent, energetic));
  expect(reasons).toEqual([{ factor: "industry", from: "retail", to: "energy", points: expect.any(Number) }]);
  expect(reasons[0]?.points).toBeCloseTo(points, 9);
  expect(points).toBeGreaterThan(0);
});

test("a lead that stayed as it was has no reasons", () => {
  expect(whyMoved(at(plain, quiet), at(plain, quiet))).toMatchObject({ points: 0, reasons: [] });
});

test("what another model says of the same lead is the model's doing", () => {
  const { reasons, points } = whyMoved(at(plain, quiet), at(other, quiet));
  expect(reasons).toEqual([{ factor: "model", from: "version 1", to: "version 2", points }]);
  expect(Math.abs(points)).toBeGreaterThan(0);
});

test("many small changes are told together, and still add up", () => {
  const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
  const wide = handMadeModel({
    rules: Object.fromEntries(names.map((name, i) => [`field:${name}`, (v) => Number(v) / (i + 3)])),
  });
  const of = (value: number) =>
    snapshotOf({ fields: Object.fromEntries(names.map((name) => [name, value])) });
  const change = whyMoved(at(wide, of(0)), at(wide, of(0.5)));
  expect(change.reasons).toHaveLength(11);
  expect(change.reasons.at(-1)).toMatchObject({ factor: "smaller changes", to: "20 factors together" });
  expect(Math.abs(sum(change) - change.points)).toBeLessThan(1e-9);
});
