import { beforeAll, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { extractFeatures } from "../../features/extract-features.ts";
import { syntheticLeads } from "../../training/synthetic-leads.ts";
import type { Learned } from "../learner.ts";
import { loadScoringModel } from "../load-scoring-model.ts";
import { logit } from "../moments.ts";
import { trainTrees } from "./train-trees.ts";

const leads = syntheticLeads(800);
const rows = leads.map((lead) => extractFeatures(lead.snapshot));
const labels = Uint8Array.from(leads, (lead) => (lead.result === "won" ? 1 : 0));
let learned: Learned;

beforeAll(async () => {
  const fold = new Uint8Array(rows.length);
  learned = await trainTrees({ rows, labels, fold }, async () => {}, { trees: 60 });
});

test("contributions and the base add up to the log-odds", () => {
  const { model } = learned;
  for (const row of [...rows, {}, { "field:budget": Number.NaN, "field:industry": "never met" }]) {
    const { logOdds, contributions } = model.predict(row);
    const sum = contributions.reduce((total, c) => total + c, model.baseLogOdds);
    expect(Math.abs(sum - logOdds)).toBeLessThan(1e-12);
  }
});

test("measures contributions against the average lead: the base is the mean of all log-odds", () => {
  const mean = rows.reduce((sum, row) => sum + learned.model.predict(row).logOdds, 0) / rows.length;
  expect(learned.model.baseLogOdds).toBeCloseTo(mean, 10);
});

test("says the same without an explanation", () => {
  for (const row of rows.slice(0, 100)) {
    const plain = learned.model.predict(row, false);
    expect(plain).toEqual({ ...learned.model.predict(row), contributions: new Float64Array(0) });
  }
});

test("is the same model after JSON, to the last bit", () => {
  const { kind } = learned.model;
  const again = loadScoringModel({ kind, parameters: JSON.parse(JSON.stringify(learned.model.serialise())) });
  expect(again.sources).toEqual(learned.model.sources);
  expect(again.baseLogOdds).toBe(learned.model.baseLogOdds);
  for (const row of rows) expect(again.predict(row)).toEqual(learned.model.predict(row));
});

test.each([
  ["budget", { "field:budget": 4000 }, 1],
  ["budget", { "field:budget": Number.POSITIVE_INFINITY }, 0],
  ["budget", {}, 0],
  ["industry", { "field:industry": "energy" }, 1],
  ["industry", { "field:industry": "never met" }, 0],
])("%s of %o is known: %d", (field, row, known) => {
  const source = learned.model.sources.indexOf(`field:${field}`);
  expect(learned.model.predict(row).known[source]).toBe(known);
});

test("is surer of a lead like many others than of a rare one", () => {
  const { model } = learned;
  const variances = rows.map((row) => model.predict(row, false).variance).sort((a, b) => a - b);
  expect(variances[0]).toBeGreaterThan(0);
  expect(variances.at(-1)).toBeGreaterThan(2 * (variances[0] ?? 0));
});

test("without trees it says the base rate of every lead", async () => {
  const { model } = await trainTrees({ rows, labels, fold: labels }, async () => {}, { trees: 0 });
  expect(model.sources).toEqual([]);
  const { logOdds } = model.predict(rows[0] ?? {});
  expect(logOdds).toBeCloseTo(logit(labels.reduce((sum, y) => sum + y, 0) / labels.length), 12);
});

function damaged(change: (parameters: Record<string, unknown>, trees: Record<string, string>) => void) {
  const parameters = JSON.parse(JSON.stringify(learned.model.serialise()));
  change(parameters, parameters.trees);
  return parameters;
}

const bytes = (...values: number[]) => Buffer.from(values).toString("base64");

test.each<[string, Parameters<typeof damaged>[0]]>([
  ["without columns", (parameters) => delete parameters.columns],
  ["with a column too few", (parameters) => (parameters.columns as unknown[]).pop()],
  ["with a tree without splits", (_, trees) => Object.assign(trees, { sizes: bytes(0) })],
  ["with arrays of other lengths", (_, trees) => Object.assign(trees, { values: "" })],
  [
    "that would walk in circles",
    (_, trees) => {
      trees.parted = bytes(...Buffer.from(trees.parted ?? "", "base64").fill(7));
    },
  ],
])("parameters %s are refused", (_, change) => {
  expect(() => loadScoringModel({ kind: "boosted-trees", parameters: damaged(change) })).toThrow(AppError);
});
