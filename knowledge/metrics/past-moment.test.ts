import { expect, test } from "vitest";
import { freshWorkspace } from "../db/test-database.ts";
import { groups, load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

test("an outcome without a date counts from when it was recorded", async () => {
  const us = await freshWorkspace();
  await addRecords(us, [
    {
      created: "2026-03-02T00:00:00Z",
      outcomes: [{ result: "won", at: null, recorded: "2026-03-20T00:00:00Z" }],
    },
    {
      // Withdrawn after the won one was recorded: until then it stands.
      created: "2026-03-02T00:00:00Z",
      outcomes: [
        { result: "won", at: "2026-03-05T00:00:00Z" },
        { result: null, at: null, recorded: "2026-03-25T00:00:00Z" },
      ],
    },
  ]);
  const on = async (day: string) => {
    const loaded = await load(us, { asOf: new Date(`${day}T00:00:00Z`) });
    return [groups(loaded, "pipeline_by_stage", "status"), loaded.ahead.outcomes];
  };
  expect(await on("2026-03-10")).toEqual([{ LEAD: 1 }, 2]);
  expect(await on("2026-03-21")).toEqual([{}, 1]);
  expect(await on("2026-03-26")).toEqual([{ LEAD: 1 }, 0]);
});
