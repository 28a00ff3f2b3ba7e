import { beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace } from "../db/test-database.ts";
import { at, groups, load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

let us: Principal;

/** Came at midnight of a day of March, ended so many days later; null: nobody says when. */
const lead = (day: string, result?: "won" | "lost", after: number | null = 0) => {
  const created = `2026-03-${day}T00:00:00Z`;
  const ended = after === null ? null : new Date(Date.parse(created) + after * 86_400_000).toISOString();
  return { created, source: `s${day}`, ...(result && { outcomes: [{ result, at: ended }] }) };
};

beforeAll(async () => {
  us = await freshWorkspace();
  // Won after 1, 2, 3, 4 and 20 days: half of them within 3.
  await addRecords(us, [
    ...[lead("02", "won", 3), lead("02", "won", 20), lead("02", "won", 4), lead("02", "lost", 2)],
    ...[
      lead("20", "won", 1),
      lead("20", "won", 2),
      lead("20"),
      lead("20", "lost", null),
      lead("20", "won", null),
    ],
    lead("29"),
  ]);
});

test("gives each lead the same time to be won, however long ago it came", async () => {
  const loaded = await load(us);
  expect(loaded.daysToWin).toBe(3);
  // Three of the four were won by now, one of them in time.
  expect(at(loaded, "conversion_rate", "2026-03-02")).toMatchObject({ value: 0.25, n: 4, hits: 1 });
  expect(groups(loaded, "conversion_rate", "source")).toEqual({ s02: 0.25, s20: 2 / 3 });
  const total = loaded.totals.find(({ metric, period }) => metric === "conversion_rate" && period === "this");
  expect(total).toMatchObject({ n: 7, hits: 3 });
});

test("leaves out who ended nobody knows when, and says so", async () => {
  const loaded = await load(us, { metrics: ["new_leads", "conversion_rate"] });
  expect(at(loaded, "conversion_rate", "2026-03-20")).toMatchObject({ n: 3, hits: 2 });
  expect(at(loaded, "new_leads", "2026-03-20")).toMatchObject({ n: 5 });
  expect(loaded.notes).toEqual([
    "Left out of conversion_rate because nobody says when: 2 outcomes.",
    "conversion_rate counts leads won within 3 days of coming, as half of the won ones were. It is unknown from 2026-03-28 on: later leads have not had so long.",
  ]);
});

test("says nothing of leads that have not had the time", async () => {
  expect(at(await load(us), "conversion_rate", "2026-03-29")).toMatchObject({ value: null, n: 0 });
});
