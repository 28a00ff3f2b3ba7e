import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { grainOf } from "./grain-of.ts";
import { checkTimeZone } from "./time-zone.ts";
import { type PeriodInput, wholePeriod } from "./whole-period.ts";

let us: Principal;
beforeAll(async () => {
  us = await freshWorkspace();
});

const asOf = new Date("2026-11-21T22:30:00Z");

function period(input: Partial<PeriodInput>) {
  return testDatabase().readTenant(us.tenant.id, (tx) =>
    wholePeriod(tx, { timeZone: "Europe/Berlin", asOf, ...input }),
  );
}

test.each([
  [
    "by default the last 90 whole days, daylight saving or not",
    {},
    "2026-08-22T22:00:00.000Z",
    "2026-11-20T23:00:00.000Z",
  ],
  [
    "days in the zone",
    { from: "2026-03-01", to: "2026-04-01" },
    "2026-02-28T23:00:00.000Z",
    "2026-03-31T22:00:00.000Z",
  ],
  [
    "moments as they are",
    { from: "2026-03-01T12:00:00Z", to: "2026-03-02T00:00:00+05:00" },
    "2026-03-01T12:00:00.000Z",
    "2026-03-01T19:00:00.000Z",
  ],
  [
    "no further than today",
    { from: "2026-11-01", to: "2026-12-01" },
    "2026-10-31T23:00:00.000Z",
    "2026-11-20T23:00:00.000Z",
  ],
  ["90 days before its end", { to: "2026-04-01" }, "2025-12-31T23:00:00.000Z", "2026-03-31T22:00:00.000Z"],
  // There it is the 22nd already.
  [
    "today where the caller is",
    { timeZone: "Asia/Tokyo", from: "2026-11-21" },
    "2026-11-20T15:00:00.000Z",
    "2026-11-21T15:00:00.000Z",
  ],
  [
    "from the first of two midnights",
    { timeZone: "Atlantic/Azores", from: "2026-10-25", to: "2026-10-26" },
    "2026-10-25T00:00:00.000Z",
    "2026-10-26T01:00:00.000Z",
  ],
])("%s", async (_, input, from, to) => {
  const found = await period(input);
  expect([found.from.toISOString(), found.to.toISOString()]).toEqual([from, to]);
});

test.each([
  [
    "from after to",
    { from: "2026-04-01", to: "2026-03-01" },
    /from, 2026-04-01, is not before to, 2026-03-01. Exchange them/,
  ],
  ["from is to", { from: "2026-04-01", to: "2026-04-01" }, /is not before/],
  [
    "the future",
    { from: "2027-01-01", to: "2027-02-01" },
    /nothing after 2026-11-21 has happened yet. Give an earlier from/,
  ],
  ["from today on", { from: "2026-11-21" }, /is not before the end, today's midnight. Give an earlier from/],
  ["over 20 years", { from: "1999-01-01" }, /over 20 years. Give a later from/],
  ["a day that there is not", { from: "2026-02-30" }, /from is "2026-02-30". Give a day there is/],
  ["no date", { to: "last week" }, /to is "last week"/],
  ["a time without a zone", { from: "2026-02-01T10:00:00" }, /with its zone/],
  ["a year out of reach", { from: "0001-01-01" }, /from is/],
])("refuses %s", async (_, input, message) => {
  await expect(period(input)).rejects.toMatchObject({
    code: "VALIDATION_FAILED",
    message: expect.stringMatching(message),
  });
});

test.each([
  [1, "day"],
  [62, "day"],
  [63, "week"],
  [800, "week"],
  [801, "month"],
])("%i days are told by the %3$s", (days, grain) => {
  const from = new Date("2020-01-01T00:00:00Z");
  expect(grainOf({ from, to: new Date(from.getTime() + days * 86_400_000) })).toBe(grain);
});

describe("a time zone", () => {
  test.each(["Europe/Berlin", "UTC", "Asia/Kolkata", "America/Argentina/Buenos_Aires"])(
    "is known: %s",
    (name) => {
      expect(checkTimeZone(name)).toBe(name);
      expect(checkTimeZone(name.toLowerCase()).toLowerCase()).toBe(name.toLowerCase());
    },
  );

  test("is told in its usual case", () => expect(checkTimeZone("europe/BERLIN")).toBe("Europe/Berlin"));

  test("that the database does not have is told", async () => {
    await expect(period({ timeZone: "Mars/Olympus" })).rejects.toThrow(
      /database has no time zone Mars\/Olympus/,
    );
  });

  test.each([
    ["Europe/Berln", /Did you mean Europe\/Berlin\?/],
    ["berlin", /Did you mean Europe\/Berlin\?/],
    ["+02:00", /Give an IANA name/],
    ["", /Give an IANA name/],
    ["Mars/Olympus'; drop table contacts", /There is no time zone/],
  ])("is refused: %s", (name, message) => {
    expect(() => checkTimeZone(name)).toThrow(message);
  });
});
