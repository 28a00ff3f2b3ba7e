import { beforeAll, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { extractFeatures } from "../features/extract-features.ts";
import { assignFolds } from "../training/hold-out.ts";
import { syntheticLeads } from "../training/synthetic-leads.ts";
import { loadScoringModel } from "./load-scoring-model.ts";
import { sigmoid } from "./moments.ts";
import type { ScoringModel } from "./scoring-model.ts";
import { learnLogistic } from "./train-logistic.ts";

const leads = syntheticLeads(600);
const rows = leads.map((lead) => extractFeatures(lead.snapshot));
const labels = Uint8Array.from(leads, (lead) => (lead.result === "won" ? 1 : 0));
let model: ScoringModel;

beforeAll(async () => {
  const trained = await learnLogistic({ rows, labels, fold: assignFolds(leads, 5, 1) }, async () => {});
  model = trained.model;
});

test("expects as many won leads in training as there were, as an unpenalised intercept must", () => {
  const expected = rows.reduce((sum, row) => sum + sigmoid(model.predict(row).logOdds), 0);
  expect(expected).toBeCloseTo(
    labels.reduce((sum, y) => sum + y, 0),
    0,
  );
});

test("measures contributions against the average lead: each source's add up to 0 over the training leads", () => {
  const predictions = rows.map((row) => model.predict(row));
  model.sources.forEach((_, s) => {
    const mean = predictions.reduce((sum, p) => sum + (p.contributions[s] ?? 0), 0) / rows.length;
    expect(mean).toBeCloseTo(0, 9);
  });
});

test("is less sure of a lead unlike the others", () => {
  const usual = model.predict({ "field:budget": 8000 }).variance;
  expect(usual).toBeGreaterThan(0);
  expect(model.predict({ "field:budget": 22_000 }).variance).toBeGreaterThan(usual);
});

test("is the same model after JSON", () => {
  const parameters = JSON.parse(JSON.stringify(model.serialise()));
  const again = loadScoringModel({ kind: model.kind, parameters });
  for (const row of rows.slice(0, 50)) expect(again.predict(row)).toEqual(model.predict(row));
});

test("of a version that had no scorecard is read as it was", () => {
  const { scorecard, ...parameters } = model.serialise();
  expect(scorecard).toBeDefined();
  expect(() => loadScoringModel({ kind: model.kind, parameters })).not.toThrow();
});

test.each([
  ["an unknown kind", { kind: "oracle", parameters: {} }],
  ["damaged parameters", { kind: "logistic-regression", parameters: { beta: 3 } }],
])("%s is refused", (_, stored) => {
  expect(() => loadScoringModel(stored)).toThrow(AppError);
});
