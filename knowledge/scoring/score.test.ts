import { beforeAll, describe, expect, test } from "vitest";
import type { FieldValue } from "#core/domain/contact.ts";
import { leadScore } from "#core/domain/score.ts";
import type { LeadModelArtifact } from "./artifact.ts";
import { comparableLeads } from "./explain/comparable.ts";
import { improvements } from "./explain/improvements.ts";
import { type LeadModel, loadLeadModel } from "./lead-model.ts";
import { logit } from "./models/moments.ts";
import { scoreSnapshot } from "./score.ts";
import type { LeadSnapshot } from "./snapshots/snapshot.ts";
import { randomNumbers, snapshotOf, syntheticLeads, touch } from "./training/synthetic-leads.ts";
import { trainLeadModel } from "./training/train.ts";
import { trainPrior } from "./training/train-prior.ts";

const trainedAt = new Date("2026-06-02T00:00:00Z");
const leads = syntheticLeads(900);
const models = new Map<string, LeadModel>();

beforeAll(async () => {
  const { artifact } = await trainLeadModel(leads, { trainedAt });
  const load = (changed: Partial<LeadModelArtifact>) =>
    loadLeadModel(JSON.parse(JSON.stringify({ ...artifact, ...changed })));
  const covariance = [0.01, 0, 0, 0, 0.01, 0, 0, 0, 0.01];
  models.set("trained", load({}));
  models.set("bent", load({ calibration: { kind: "beta", a: 1.4, b: 0.6, c: 0.3, covariance } }));
  models.set("extreme", load({ calibration: { kind: "platt", a: 90, b: 90, c: 0, covariance } }));
  models.set("prior", loadLeadModel(trainPrior(leads.slice(0, 10), { trainedAt }).artifact));
});

const modelOf = (name: string): LeadModel => {
  const model = models.get(name);
  if (!model) throw new Error(`no model ${name}`);
  return model;
};

/** Anything that may be met: gaps, levels never seen, wrong kinds, absurd sizes. */
function strangeSnapshots(count: number): LeadSnapshot[] {
  const random = randomNumbers(5);
  const odd: FieldValue[] = [
    null,
    -1e300,
    1e300,
    Number.NaN,
    0,
    "",
    "energy",
    "unheard of",
    true,
    "2020-01-01",
  ];
  const value = () => odd[Math.floor(odd.length * random())] ?? null;
  return Array.from({ length: count }, (_, i) => {
    const base = leads[i % leads.length]?.snapshot ?? snapshotOf();
    const names = ["budget", "industry", "region", "note", "newsletter", "stranger"].filter(
      () => random() < 0.4,
    );
    const fields = { ...base.fields, ...Object.fromEntries(names.map((name) => [name, value()])) };
    return { ...base, fields, interactions: random() < 0.3 ? [] : base.interactions };
  });
}

describe.each(["trained", "bent", "extreme", "prior"])("a %s model", (name) => {
  test("gives contributions that add up to the log-odds of the probability, on any row", () => {
    for (const snapshot of strangeSnapshots(400)) {
      const score = scoreSnapshot(modelOf(name), snapshot);
      const sum = score.factors.reduce((total, factor) => total + factor.contribution, 0);
      expect(Math.abs(sum - logit(score.probability))).toBeLessThan(1e-9);
      expect(leadScore.safeParse(score).success).toBe(true);
      expect(score.low).toBeLessThanOrEqual(score.probability);
      expect(score.high).toBeGreaterThanOrEqual(score.probability);
      expect(score.score).toBe(100 * score.probability);
    }
  });

  test("gives points that add up to the score, on any row", () => {
    for (const snapshot of strangeSnapshots(400)) {
      const { score, factors } = scoreSnapshot(modelOf(name), snapshot);
      const sum = factors.reduce((total, factor) => total + factor.points, 0);
      expect(Math.abs(sum - score)).toBeLessThan(1e-9);
      for (const f of factors) expect(Math.abs(f.points)).toBeLessThanOrEqual(100);
    }
  });

  test("gives every lead the same base rate", () => {
    const bases = strangeSnapshots(50).map((s) => scoreSnapshot(modelOf(name), s).factors.at(-1));
    const [first] = bases;
    for (const base of bases) {
      expect(base?.contribution).toBeCloseTo(first?.contribution ?? 0, 6);
      expect(base?.points).toBeCloseTo(first?.points ?? 0, 6);
    }
  });

  test.each([1, 3, 8])("of the strongest %d reasons says what it says of them among all", (count) => {
    for (const snapshot of strangeSnapshots(30)) {
      const { factors } = scoreSnapshot(modelOf(name), snapshot);
      const top = scoreSnapshot(modelOf(name), snapshot, { factors: count }).factors;
      expect(top).toEqual([...factors.slice(0, -1).slice(0, count), ...factors.slice(-1)]);
    }
  });

  test("without reasons gives the same score", () => {
    for (const snapshot of strangeSnapshots(30)) {
      const { factors: _, ...score } = scoreSnapshot(modelOf(name), snapshot);
      expect(scoreSnapshot(modelOf(name), snapshot, { factors: 0 })).toEqual({ ...score, factors: [] });
    }
  });

  test("sorts factors by strength, the base rate last, and shares weights out", () => {
    const { factors } = scoreSnapshot(modelOf(name), leads[3]?.snapshot ?? snapshotOf());
    const reasons = factors.slice(0, -1).map((f) => Math.abs(f.contribution));
    expect(factors.at(-1)?.name).toBe("base rate");
    expect(reasons).toEqual(reasons.toSorted((a, b) => b - a));
    expect(factors.reduce((sum, f) => sum + Math.abs(f.weight), 0)).toBeCloseTo(1, 9);
    expect(factors.map((f) => f.name)).not.toContain("calibration");
  });
});

test("a factor says what the lead has, and rests on its interactions", () => {
  const snapshot = leads.find((l) => l.snapshot.interactions.length === 8)?.snapshot ?? snapshotOf();
  const { factors } = scoreSnapshot(modelOf("trained"), snapshot);
  const named = new Map(factors.map((f) => [f.name, f]));
  expect(named.get("industry")).toMatchObject({ value: snapshot.fields.industry, evidence: [] });
  const replies = named.get("messages and calls from the lead");
  expect(replies?.value).toBe("4");
  expect(replies?.evidence).toEqual(
    snapshot.interactions
      .filter((i) => i.direction === "INBOUND")
      .map((i) => i.id)
      .reverse(),
  );
});

test("a level never met contributes next to nothing and lowers confidence", () => {
  const known = snapshotOf({ fields: { industry: "energy", budget: 20_000 } });
  const unseen = snapshotOf({ fields: { industry: "fishing", budget: 20_000 } });
  const model = modelOf("trained");
  const factor = scoreSnapshot(model, unseen).factors.find((f) => f.name === "industry");
  expect(Math.abs(factor?.contribution ?? 1)).toBeLessThan(0.1);
  expect(scoreSnapshot(model, unseen).confidence).toBeLessThan(scoreSnapshot(model, known).confidence);
});

test("few labels give wider intervals than many", async () => {
  const few = loadLeadModel((await trainLeadModel(leads.slice(0, 120), { trainedAt })).artifact);
  const width = (model: LeadModel) =>
    leads.slice(500, 560).reduce((sum, { snapshot }) => {
      const { low, high } = scoreSnapshot(model, snapshot);
      return sum + high - low;
    }, 0);
  expect(width(few)).toBeGreaterThan(1.3 * width(modelOf("trained")));
});

describe("the prior", () => {
  const active = snapshotOf({
    interactions: [
      touch("mail", 3, { direction: "OUTBOUND" }),
      touch("reply", 2, { direction: "INBOUND" }),
      touch("visit", 1, { type: "MEETING" }),
    ],
  });
  const ignored = snapshotOf({
    interactions: [9, 7, 5].map((d) => touch(`mail ${d}`, d, { direction: "OUTBOUND" })),
  });

  test("prefers leads that answer to those that do not, and says nothing of those without contact", () => {
    const [a, b, none] = [active, ignored, snapshotOf()].map((s) => scoreSnapshot(modelOf("prior"), s));
    expect(a?.probability).toBeGreaterThan(none?.probability ?? 1);
    expect(b?.probability).toBeLessThan(none?.probability ?? 0);
    expect(none?.probability).toBeCloseTo(modelOf("prior").artifact.baseRate, 9);
  });

  test("is wide and unsure", () => {
    const score = scoreSnapshot(modelOf("prior"), active);
    expect(score.high - score.low).toBeGreaterThan(0.35);
    expect(score.confidence).toBeLessThan(0.5);
  });
});

describe("comparable leads", () => {
  test("are the nearest by contributions, without the lead itself", () => {
    const snapshot = leads[7]?.snapshot ?? snapshotOf();
    const nearest = comparableLeads(modelOf("trained"), snapshot, 5);
    expect(nearest).toHaveLength(5);
    expect(nearest.map((n) => n.contactId)).not.toContain(snapshot.contactId);
    expect(nearest.map((n) => n.distance)).toEqual(nearest.map((n) => n.distance).toSorted((a, b) => a - b));
    const twin = comparableLeads(modelOf("trained"), { ...snapshot, contactId: "twin" }, 1);
    expect(twin[0]).toMatchObject({ contactId: snapshot.contactId, result: leads[7]?.result });
    expect(twin[0]?.distance).toBeLessThan(1e-5);
  });
});

describe("improvements", () => {
  const waiting = snapshotOf({
    interactions: [touch("a", 30, { direction: "OUTBOUND", channel: "EMAIL" })],
  });

  test.each(["trained", "prior"])(
    "of a %s model are actions with gains, the best first, at most five",
    (name) => {
      const found = improvements(modelOf(name), waiting);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(5);
      const gains = found.map((i) => i.gainPoints);
      expect(gains).toEqual(gains.toSorted((a, b) => b - a));
      expect(Math.min(...gains)).toBeGreaterThan(0);
      const reply = found.find((i) => i.reason.startsWith("Ask one question"));
      expect(reply).toMatchObject({ field: "days since last reply", from: "none yet", to: "0" });
    },
  );

  test("do not nag a lead who was written to yesterday", () => {
    const fresh = snapshotOf({ interactions: [touch("a", 1, { direction: "OUTBOUND", channel: "EMAIL" })] });
    const reasons = improvements(modelOf("trained"), fresh).map((i) => i.reason);
    expect(reasons).not.toContain("Follow up today.");
  });
});

test.each([
  ["nothing", undefined],
  ["another format", { format: 99 }],
])("an artifact with %s is refused with the fix", (_, json) => {
  expect(() => loadLeadModel(json)).toThrow(/Train again/);
});
