import { expect, test } from "vitest";
import { freshWorkspace } from "../db/test-database.ts";
import { days, groups, load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

const answered = (asked: string, answer: string) => ({
  created: "2026-03-02T00:00:00Z",
  touches: [
    [asked, "in"],
    [answer, "out"],
  ] as [string, "in" | "out"][],
});

test("first responses that may still come do not make the newest ones look fast", async () => {
  const us = await freshWorkspace();
  await addRecords(us, [
    answered("2026-03-28T10:00:00Z", "2026-03-29T16:00:00Z"),
    // Its day reaches into the last two; the last moment that is old enough, and the first that is not.
    answered("2026-03-29T11:59:59Z", "2026-03-29T13:59:59Z"),
    answered("2026-03-29T12:00:00Z", "2026-03-29T13:00:00Z"),
    answered("2026-03-30T12:00:00Z", "2026-03-30T13:00:00Z"),
    { created: "2026-03-02T00:00:00Z", touches: [["2026-03-30T12:00:00Z", "in"]] },
  ]);
  const loaded = await load(us);
  expect(days(loaded, "first_response_time")).toEqual({ "28": 30 });
  const newest = loaded.series.find(({ metric }) => metric === "first_response_time")?.points.slice(-2);
  expect(newest).toEqual([
    { at: "2026-03-29", value: null, n: 0 },
    { at: "2026-03-30", value: null, n: 0 },
  ]);
  const total = loaded.totals.find(({ metric }) => metric === "first_response_time");
  expect(total).toMatchObject({ period: "this", value: 16, n: 2, sample: [2, 30] });
  expect(groups(loaded, "first_response_time", "status")).toEqual({ LEAD: 16 });
});

test("an outcome of the future leaves the one before it standing", async () => {
  const us = await freshWorkspace();
  const [lost, won] = [
    { result: "lost", at: "2026-03-10T00:00:00Z" },
    { result: "won", at: "2026-05-01T00:00:00Z" },
  ] as const;
  await addRecords(us, [
    { created: "2026-03-02T00:00:00Z", outcomes: [lost, won] },
    // Corrected since: of this one nothing is left out.
    { created: "2026-03-02T00:00:00Z", outcomes: [won, lost] },
    {
      created: "2026-03-02T00:00:00Z",
      outcomes: [
        { result: "won", at: "2026-03-12T00:00:00Z" },
        { result: null, at: "2026-05-01T00:00:00Z" },
      ],
    },
    { created: "2026-03-02T00:00:00Z", outcomes: [won] },
    { created: "2026-03-02T00:00:00Z", outcomes: [lost, { result: "won", at: null }] },
  ]);
  const loaded = await load(us);
  expect(days(loaded, "lost")).toEqual({ "10": 2 });
  expect(days(loaded, "won")).toEqual({ "12": 1 });
  expect(groups(loaded, "pipeline_by_stage", "status")).toEqual({ LEAD: 1 });
  expect(loaded.ahead.outcomes).toBe(3);
  expect(loaded.notes).toContain(
    "Left out of won, lost, win_rate and conversion_rate because nobody says when: 1 outcome.",
  );
});
