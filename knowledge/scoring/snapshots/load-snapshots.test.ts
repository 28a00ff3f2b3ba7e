import { describe, expect, test } from "vitest";
import { type LeadRecord, snapshotAt, withoutIdentity } from "./load-snapshots.ts";

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
    expect(snapshot.fields).toEqual({ budget, source: "web" });
    expect(snapshot.interactions.map(({ id }) => id)).toEqual(ids);
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
