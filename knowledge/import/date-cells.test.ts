import { expect, test } from "vitest";
import { parseDate, parseMoment, possibleOrders, toIso } from "./date-cells.ts";

test.each([
  ["2024-05-31", undefined, "2024-05-31"],
  ["2024/5/3", undefined, "2024-05-03"],
  ["2011-10-01T00:38:44.546+02:00", undefined, "2011-09-30T22:38:44.546Z"],
  ["2024-05-31 14:05", undefined, "2024-05-31T14:05:00.000Z"],
  ["2024-05-31T14:05:06Z", undefined, "2024-05-31T14:05:06.000Z"],
  ["2024-05-31T14:05:06.123456-0330", undefined, "2024-05-31T17:35:06.123Z"],
  ["31.12.2023", undefined, "2023-12-31"],
  ["31/12/23", "dmy", "2023-12-31"],
  ["1/2/2024 3:45 PM", "mdy", "2024-01-02T15:45:00.000Z"],
  ["12:00", "mdy", undefined],
  ["1/2/2024 12:15 AM", "dmy", "2024-02-01T00:15:00.000Z"],
  ["12-Jan-20", undefined, "2020-01-12"],
  ["Jan 5, 2021", undefined, "2021-01-05"],
  ["29 February 2024", undefined, "2024-02-29"],
  ["2023-02-29", undefined, undefined],
  ["2024-13-01", undefined, undefined],
  ["2024-05-31 25:00", undefined, undefined],
  ["3/4/2024", undefined, undefined],
  ["20240531", undefined, undefined],
  ["10.5.3", undefined, undefined],
] as const)("%s (%s) is %s", (cell, order, expected) => {
  const date = parseDate(cell, order);
  expect(date && toIso(date)).toBe(expected);
});

test.each([
  ["3/4/2024", ["dmy", "mdy"]],
  ["13/4/2024", ["dmy"]],
  ["4/13/2024", ["mdy"]],
  ["13/13/2024", []],
  ["2024-01-02", []],
])("%s allows %j", (cell, orders) => {
  expect(possibleOrders(cell)).toEqual(orders);
});

test("seconds and milliseconds since 1970 are moments", () => {
  expect(parseMoment("1700000000")?.toISOString()).toBe("2023-11-14T22:13:20.000Z");
  expect(parseMoment("1700000000000")?.toISOString()).toBe("2023-11-14T22:13:20.000Z");
  expect(parseMoment("170000")).toBeUndefined();
});
