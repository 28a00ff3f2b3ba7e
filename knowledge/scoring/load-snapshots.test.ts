import { describe, expect, test } from "vitest";
import { type LeadRecord, snapshotAt, withoutIdentity } from "./load-snapshots.ts";
import { trainingMoment } from "./training-moment.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
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
const record: LeadRecord = {
  contactId: "c",
  externalId: "7",
  email: null,
  version: "1",
  createdAt: day(1),
  companyFields: { "company.industry": "mills" },
  changes: [
    { from: null, fields: { budget: 10, source: "web" } },
    { from: day(5), fields: { budget: 20 } },
  ],
  interactions: [touch(2), touch(4), touch(6)],
  outcome: { result: "won", at: day(10) },
};

describe("snapshotAt", () => {
  test.each([
    [3, 10, ["i2"]],
    [5, 10, ["i2", "i4"]],
    [6, 20, ["i2", "i4"]],
    [30, 20, ["i2", "i4", "i6"]],
  ])("on day %i the budget is %i and %j have happened", (n, budget, ids) => {
    const snapshot = snapshotAt(record, day(n));
    expect(snapshot.fields).toEqual({ budget, source: "web", "company.industry": "mills" });
    expect(snapshot.interactions.map(({ id }) => id)).toEqual(ids);
  });
});

describe("trainingMoment", () => {
  test("lies between the lead's beginning and its end, and is the same each time", () => {
    const moment = trainingMoment(record, day(99));
    expect(moment > day(1) && moment < day(10)).toBe(true);
    expect(trainingMoment(record, day(50))).toEqual(moment);
  });

  test("differs between leads, over the whole of their course", () => {
    const moments = Array.from({ length: 200 }, (_, i) =>
      trainingMoment({ ...record, externalId: String(i) }, day(99)).getTime(),
    );
    const share =
      (moments.reduce((a, b) => a + b) / moments.length - day(1).getTime()) /
      (day(10).getTime() - day(1).getTime());
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  test("ends at the last touch when nobody noted when the lead ended, and is now without any date", () => {
    const undated = { ...record, outcome: { result: "lost" as const, at: null } };
    expect(trainingMoment(undated, day(99)) < day(6)).toBe(true);
    expect(trainingMoment({ ...undated, createdAt: null, interactions: [] }, day(99))).toEqual(day(99));
  });
});

test("identity and status are no fields to score by; custom fields go by their own names", () => {
  expect(
    withoutIdentity({ email: "a@example.com", status: "CUSTOMER", source: "web", "custom.budget": 3 }),
  ).toEqual({
    source: "web",
    budget: 3,
  });
});
