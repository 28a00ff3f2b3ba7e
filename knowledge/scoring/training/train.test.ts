import { beforeAll, describe, expect, test } from "vitest";
import { loadLeadModel } from "../lead-model.ts";
import { scoreSnapshot } from "../score.ts";
import { trainingReport } from "./report.ts";
import { randomNumbers, syntheticLeads } from "./synthetic-leads.ts";
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
    expect(trained.report.holdOut).toMatchObject({ method: "folds", trainedOn: 810 });
    expect(metrics).toEqual(trained.report.crossValidated);
    expect(metrics?.leads).toBe(900);
    expect(trained.report.signal?.signal).toBe(true);
    expect(trained.report.grade?.grade).not.toBe("Not ready");
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
  expect({ ...again, outOfFold: again.outOfFold?.toReversed() }).toEqual(trained);
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

test("twenty of each are enough where they differ", async () => {
  const few = (["won", "lost"] as const).flatMap((r) => leads.filter((l) => l.result === r).slice(0, 20));
  const differing = few.map((lead, i) => {
    const budget = (lead.result === "won" ? 3_000 : 2_000) + ((i * 37) % 20) * 100;
    return { ...lead, snapshot: { ...lead.snapshot, fields: { budget }, interactions: [] } };
  });
  const { report } = await trainLeadModel(differing, { trainedAt });
  expect(report.signal?.signal).toBe(true);
  expect(report.models.map(({ kind }) => kind)).toContain("logistic-regression");
  expect(report.crossValidated?.auc).toBeGreaterThan(0.6);
});

test("dated leads are judged by the newest, and by all of them in turn", async () => {
  const dated = leads.map((lead, i) => ({ ...lead, endedAt: new Date(Date.UTC(2026, 0, 1, i)) }));
  const { report } = await trainLeadModel(dated, { trainedAt });
  expect(report.holdOut).toMatchObject({ method: "time", trainedOn: 720 });
  expect(report.holdOut?.metrics?.leads).toBe(180);
  expect(report.crossValidated?.leads).toBe(900);
});

test("where nothing tells leads apart every lead gets the base rate, and the report says so", async () => {
  const random = randomNumbers(5);
  const shuffled = leads.map((lead) => ({
    ...lead,
    result: random() < 0.3 ? ("won" as const) : ("lost" as const),
  }));
  const { artifact, report } = await trainLeadModel(shuffled, { trainedAt });
  expect(report).toMatchObject({
    kind: "base-rate",
    grade: { grade: "Not ready" },
    signal: { signal: false },
  });
  expect(report.reason).toBeTruthy();
  const model = loadLeadModel(JSON.parse(JSON.stringify(artifact)));
  const scores = new Set(leads.map((lead) => scoreSnapshot(model, lead.snapshot).probability));
  expect([...scores]).toEqual([artifact.baseRate]);
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

describe("a field that gives the outcome away", () => {
  const giveaway = leads.slice(0, 200).map((lead, i) => {
    const result = i % 2 === 0 ? ("won" as const) : ("lost" as const);
    const budget = lead.snapshot.fields.budget ?? null;
    return { ...lead, result, snapshot: { ...lead.snapshot, fields: { stage: `closed ${result}`, budget } } };
  });

  test("is left out and named", async () => {
    const { report } = await trainLeadModel(giveaway, { trainedAt });
    expect(report.checks).toMatchObject([{ field: "stage", verdict: "leak", leftOut: true }]);
    expect(report.columns.used.map(({ name }) => name)).not.toContain("stage");
  });

  test("is believed where the user insists, but not beyond reason", async () => {
    const { artifact, report } = await trainLeadModel(giveaway, { trainedAt, keep: ["stage"] });
    expect(report.checks).toMatchObject([{ field: "stage", leftOut: false }]);
    expect(report.checks[0]?.costOfLeavingOut?.auc).toBeGreaterThan(0.2);
    const model = loadLeadModel(artifact);
    const scores = giveaway.map((lead) => scoreSnapshot(model, lead.snapshot));
    const chances = (result: string) =>
      scores.filter((_, i) => giveaway[i]?.result === result).map((s) => s.probability);
    expect(Math.min(...chances("won"))).toBeGreaterThan(0.5);
    expect(Math.max(...chances("won"))).toBeLessThan(0.9999);
    expect(Math.max(...chances("lost"))).toBeLessThan(0.5);
  });
});
