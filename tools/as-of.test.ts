import { expect, test } from "vitest";
import { toAsOf } from "./as-of.ts";

const now = new Date("2026-11-21T12:00:00Z");

test.each([
  [undefined, "UTC", "2026-11-21T12:00:00.000Z"],
  ["2026-01-31", "UTC", "2026-01-31T00:00:00.000Z"],
  ["2026-01-31", "Europe/Berlin", "2026-01-30T23:00:00.000Z"],
  ["2026-07-31", "Pacific/Kiritimati", "2026-07-30T10:00:00.000Z"],
  ["2026-07-31", "America/New_York", "2026-07-31T04:00:00.000Z"],
  // The clocks went from midnight to one.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ["2026-01-31T09:30:00+01:00", "Asia/Tokyo", "2026-01-31T08:30:00.000Z"],
])("%s in %s is %s", (text, timeZone, moment) => {
  expect(toAsOf(text, { timeZone, now }).toISOString()).toBe(moment);
});

test.each([
  ["2026-11-22", /future/],
  ["2026-11-21T12:00:01Z", /future/],
  ["2026-02-30", /Give a day there is/],
  ["2026-01-31T09:30:00", /with its zone/],
  ["yesterday", /Give a day there is/],
  ["0001-01-01", /Give a day there is/],
])("%s is refused", (text, message) => {
  expect(() => toAsOf(text, { timeZone: "UTC", now })).toThrow(message);
});
