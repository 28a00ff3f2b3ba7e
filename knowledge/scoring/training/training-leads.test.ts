import { describe, expect, test } from "vitest";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";
import { trainLeadModel } from "./train.ts";
import { trainingLeads } from "./training-leads.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const now = day(99);
const touch = (n: number) => ({
  id: `i${n}`,
  at: day(n),
  type: null,
  channel: null,
  activity: null,
  direction: null,
  duration: null,
  textLength: 0,
  sentiment: null,
});

function record(i: number, change: Partial<LeadRecord> = {}): LeadRecord {
  return {
    contactId: `c${i}`,
    externalId: String(i),
    email: null,
    version: "1",
    createdAt: day(1),
    changes: [{ from: day(1), fields: { noise: (i * 7919) % 13 } }],
    interactions: [],
    outcome: { result: i % 2 === 0 ? "won" : "lost", at: day(11) },
    ...change,
  };
}
const many = (change: (i: number) => Partial<LeadRecord> = () => ({})) =>
  Array.from({ length: 200 }, (_, i) => record(i, change(i)));
const moments = (records: LeadRecord[]) =>
  trainingLeads(records, now).map(({ snapshot }) => snapshot.asOf.getTime());

describe("trainingLeads", () => {
  test("sees each lead between its beginning and its end, over the whole of their courses, the same each time", () => {
    const seen = moments(many());
    expect(Math.min(...seen)).toBeGreaterThan(day(1).getTime());
    expect(Math.max(...seen)).toBeLessThan(day(11).getTime());
    const middle = seen.reduce((a, b) => a + b) / seen.length;
    expect(Math.abs(middle - day(6).getTime())).toBeLessThan(12 * 3_600_000);
    expect(moments(many())).toEqual(seen);
  });

  test("ends leads at their last touch when few say when they ended", () => {
    const records = many((i) => ({
      interactions: [touch(2), touch(5)],
      outcome: { result: i % 2 === 0 ? "won" : "lost", at: null },
    }));
    expect(Math.max(...moments(records))).toBeLessThan(day(5).getTime());
  });

  test("sees a lead that ended the day it came with what it came with", () => {
    const [lead] = trainingLeads([record(0, { outcome: { result: "won", at: day(1) } })], now);
    expect(lead?.snapshot.fields).toEqual({ noise: 0 });
  });

  test("leaves out the few leads that do not say when they ended", () => {
    const records = many((i) =>
      i < 4 ? { outcome: { result: i % 2 === 0 ? "won" : "lost", at: null } } : {},
    );
    expect(trainingLeads(records, now)).toHaveLength(196);
  });

  test("a date that only one outcome has does not tell the outcome", async () => {
    const records = many((i) => ({
      outcome: i % 2 === 0 ? { result: "won", at: day(11) } : { result: "lost", at: null },
    }));
    const leads = trainingLeads(records, now);
    expect(leads).toHaveLength(200);
    const { report } = await trainLeadModel(leads, { trainedAt: now });
    expect(report.holdOut?.metrics?.auc).toBeLessThan(0.75);
    expect(report.columns.used.map(({ name }) => name)).not.toContain("age of the lead in days");
  });
});
