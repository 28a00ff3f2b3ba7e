import { expect, test } from "vitest";
import type { Grain } from "#core/domain/series.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { type BucketsQuery, loadBuckets } from "./load-buckets.ts";
import { load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

const asOf = new Date("2027-01-01T00:00:00Z");

async function buckets(
  timeZone: string,
  grain: Grain,
  [from, to]: [string, string],
  more: Partial<BucketsQuery> = {},
) {
  const us = await freshWorkspace();
  const period = { from: new Date(from), to: new Date(to) };
  return testDatabase().readTenant(us.tenant.id, (tx) =>
    loadBuckets(tx, { period, grain, timeZone, asOf, ...more }),
  );
}

const hours = (bounds: readonly Date[]) =>
  bounds.slice(1).map((at, index) => (at.getTime() - (bounds[index]?.getTime() ?? 0)) / 3_600_000);

test.each([
  [
    "clocks forward in Berlin",
    "Europe/Berlin",
    ["2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z"],
    [24, 23, 24],
  ],
  ["clocks back in Berlin", "Europe/Berlin", ["2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z"], [24, 25, 24]],
  // At one o'clock it becomes midnight again: the day begins at the first midnight.
  [
    "midnight twice on the Azores",
    "Atlantic/Azores",
    ["2026-10-24T00:00:00Z", "2026-10-27T01:00:00Z"],
    [24, 25, 24],
  ],
  // There is no midnight: at twelve it becomes one.
  ["no midnight in Beirut", "Asia/Beirut", ["2026-03-27T22:00:00Z", "2026-03-30T21:00:00Z"], [24, 23, 24]],
  ["half an hour's zone", "Asia/Kolkata", ["2026-03-28T18:30:00Z", "2026-03-30T18:30:00Z"], [24, 24]],
] as const)("days last as long as they do: %s", async (_, timeZone, [from, to], expected) => {
  const found = await buckets(timeZone, "day", [from, to]);
  expect(hours(found.bounds)).toEqual(expected);
  expect(found.bounds[0]?.toISOString().slice(0, 19)).toBe(from.slice(0, 19));
});

test.each([
  ["week", ["2026-11-05", "2026-11-23"], ["2026-11-09", "2026-11-16"], "2026-11-23"],
  ["week", ["2026-11-02", "2026-11-09"], ["2026-11-02"], "2026-11-09"],
  ["month", ["2026-01-02", "2026-04-30"], ["2026-02-01", "2026-03-01"], "2026-04-01"],
  ["month", ["2026-01-01", "2026-02-01"], ["2026-01-01"], "2026-02-01"],
  ["day", ["2026-02-27", "2026-03-02"], ["2026-02-27", "2026-02-28", "2026-03-01"], "2026-03-02"],
  ["week", ["2026-11-03", "2026-11-15"], [], ""],
] as const)("%ss of %j are the whole ones", async (grain, [from, to], days, end) => {
  const found = await buckets("UTC", grain, [`${from}T00:00:00Z`, `${to}T00:00:00Z`]);
  expect(found).toMatchObject({ days, end, earlier: 0 });
});

test("have passed", async () => {
  const now = new Date("2026-11-21T23:59:59Z");
  const period: [string, string] = ["2026-11-20T00:00:00Z", "2026-12-24T00:00:00Z"];
  expect((await buckets("UTC", "day", period, { asOf: now })).days).toEqual(["2026-11-20"]);
});

test("begin earlier where history is wanted", async () => {
  const found = await buckets("Europe/Berlin", "week", ["2026-03-30T22:00:00Z", "2026-04-19T22:00:00Z"], {
    earlier: 2,
  });
  expect(found).toMatchObject({ days: ["2026-03-23", "2026-03-30", "2026-04-06", "2026-04-13"], earlier: 2 });
});

test.each([
  ["Europe/Berlin", { "2026-03-28": 1, "2026-03-29": 2, "2026-03-30": 1 }],
  ["UTC", { "2026-03-28": 2, "2026-03-29": 2 }],
  ["America/New_York", { "2026-03-28": 2, "2026-03-29": 2 }],
])("an event at a border belongs to the day that begins: %s", async (timeZone, expected) => {
  const us = await freshWorkspace();
  const moments = [
    "2026-03-28T22:59:59.999Z",
    "2026-03-28T23:00:00Z",
    "2026-03-29T21:59:59Z",
    "2026-03-29T22:00:00Z",
  ];
  await addRecords(
    us,
    moments.map((created) => ({ created })),
  );
  const period = { from: new Date("2026-03-20T00:00:00Z"), to: new Date("2026-04-05T00:00:00Z") };
  const { series: all } = await load(us, { metrics: ["new_leads"], period, grain: "day", timeZone, asOf });
  const [series] = all;
  expect(Object.fromEntries(series?.points.flatMap(({ at, n }) => (n > 0 ? [[at, n]] : [])) ?? [])).toEqual(
    expected,
  );
});
