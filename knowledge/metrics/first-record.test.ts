import { expect, test } from "vitest";
import type { Grain } from "#core/domain/series.ts";
import { freshWorkspace } from "../db/test-database.ts";
import { load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

// 2 March 2026 is a Monday.
test.each<[Grain, string, (number | null)[]]>([
  ["day", "2026-03-02T00:59:59Z", [null, 1, 1]],
  ["day", "2026-03-02T01:00:00Z", [null, null, 1]],
  ["week", "2026-03-09T23:59:59Z", [null, 1, 1]],
  ["week", "2026-03-10T00:00:00Z", [null, null, 1]],
  ["month", "2026-03-01T23:59:59Z", [null, 1, 1]],
  ["month", "2026-03-02T00:00:00Z", [null, null, 1]],
])("records that begin within a %s, at %s", async (grain, first, expected) => {
  const us = await freshWorkspace();
  const next = { day: "2026-03-03", week: "2026-03-16", month: "2026-04-01" }[grain];
  await addRecords(us, [{ created: first }, { created: `${next}T10:00:00Z` }]);
  const begins = { day: "2026-03-01", week: "2026-03-02", month: "2026-02-01" }[grain];
  const ends = { day: "2026-03-04", week: "2026-03-23", month: "2026-05-01" }[grain];
  const period = { from: new Date(`${begins}T00:00:00Z`), to: new Date(`${ends}T00:00:00Z`) };
  const loaded = await load(us, {
    ...{ grain, period, metrics: ["new_leads"], dimensions: [] },
    asOf: new Date("2026-06-01T00:00:00Z"),
  });
  expect(loaded.series[0]?.points.map(({ value }) => value)).toEqual(expected);
  // What is recorded is still told.
  expect(loaded.series[0]?.points[1]?.n).toBe(1);
  expect(loaded.totals[0]).toMatchObject({ period: "this", value: 2 });
});

test("a share of what there is stands in the bucket that records begin within", async () => {
  const us = await freshWorkspace();
  await addRecords(us, [
    {
      created: "2026-03-02T00:00:00Z",
      touches: [
        ["2026-03-02T09:00:00Z", "in"],
        ["2026-03-02T10:00:00Z", "out"],
      ],
    },
  ]);
  const { series } = await load(us, { metrics: ["reply_rate", "inbound_messages"], dimensions: [] });
  expect(series.map(({ metric, points }) => [metric, points[1]?.value])).toEqual([
    ["reply_rate", 1],
    ["inbound_messages", null],
  ]);
});
