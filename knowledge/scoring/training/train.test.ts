import { beforeAll, describe, expect, test } from "vitest";
import { loadLeadModel } from "../lead-model.ts";
import { scoreSnapshot } from "../score.ts";
import { trainingReport } from "./report.ts";
import { syntheticLeads } from "./synthetic-leads.ts";
import { trainLeadModel } from "./train.ts";
import type { TrainedLeadModel } from "./trained-lead-model.ts";

const trainedAt = new Date("2026-06-02T00:00:00Z");
const leads = syntheticLeads(900);
let trained: TrainedLeadModel;

beforeAll(async () => {
  trained = await trainLeadModel(leads, { trainedAt });
});

describe("the report", () => {
  test("fits its schema and survives JSON", () => {
    expect(trainingReport.parse(JSON.parse(JSON.stringify(trained.report)))).toEqual(trained.report);
  });

  test("shows that the model found the signal", () => {
    const metrics = trained.report.holdOut?.metrics;
    expect(metrics?.auc).toBeGreaterThan(0.7);
    expect(metrics?.logLoss).toBeLessThan(metrics?.baseLogLoss ?? 0);
    expect(metrics?.leads).toBe(180);
  });

  test("names what was left out and why", () => {
    const reasons = new Map(trained.report.columns.dropped.map((c) => [c.name, c.reason]));
    expect(reasons.get("code")).toMatch(/900 different values/);
    expect(reasons.get("country")).toMatch(/the same/);
    const used = trained.report.columns.used.map((c) => c.name);
    expect(used).toEqual(expect.arrayContaining(["budget", "industry", "region", "note"]));
    expect(used.slice(0, 12)).toContain("budget");
  });
});

test("the order of the leads makes no difference, nor does training twice", async () => {
  const again = await trainLeadModel(leads.toReversed(), { trainedAt });
  expect(again).toEqual(trained);
});

test("under twenty of either outcome the prior answers, and the report says why", async () => {
  const few = [
    ...leads.filter((l) => l.result === "won").slice(0, 19),
    ...leads.filter((l) => l.result === "lost"),
  ];
  const { artifact, report } = await trainLeadModel(few, { trainedAt });
  expect(artifact.kind).toBe("prior");
  expect(report.reason).toMatch(/^19 won and/);
  expect(artifact.baseRate).toBe(0.1);
  expect(trainingReport.safeParse(report).success).toBe(true);
});

test("twenty of each are enough", async () => {
  const few = (["won", "lost"] as const).flatMap((r) => leads.filter((l) => l.result === r).slice(0, 20));
  const { report } = await trainLeadModel(few, { trainedAt });
  expect(report.kind).toBe("logistic-regression");
  expect(report.holdOut?.metrics?.leads).toBe(8);
});

test("tells its progress and ends when cancelled", async () => {
  const control = new AbortController();
  const told: number[] = [];
  const cancelled = trainLeadModel(leads, {
    trainedAt,
    signal: control.signal,
    onProgress: (done) => {
      told.push(done);
      control.abort();
    },
  });
  await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
  expect(told[0]).toBeGreaterThan(0);
});

test("a table without any usable column gets the base rate", async () => {
  const blank = leads.map((l) => ({ ...l, snapshot: { ...l.snapshot, fields: {}, interactions: [] } }));
  const { report } = await trainLeadModel(blank, { trainedAt });
  expect(report.columns.used).toEqual([]);
  expect(report.holdOut?.metrics?.auc).toBe(0.5);
});

test("a field that gives the outcome away is believed, but not beyond reason", async () => {
  const giveaway = leads.slice(0, 80).map((lead, i) => {
    const result = i % 2 === 0 ? ("won" as const) : ("lost" as const);
    return { ...lead, result, snapshot: { ...lead.snapshot, fields: { stage: `closed ${result}` } } };
  });
  const { artifact } = await trainLeadModel(giveaway, { trainedAt });
  const model = loadLeadModel(artifact);
  const scores = giveaway.map((lead) => scoreSnapshot(model, lead.snapshot));
  const chances = (result: string) =>
    scores.filter((_, i) => giveaway[i]?.result === result).map((s) => s.probability);
  expect(Math.min(...chances("won"))).toBeGreaterThan(0.5);
  expect(Math.max(...chances("won"))).toBeLessThan(0.999);
  expect(Math.max(...chances("lost"))).toBeLessThan(0.5);
});
