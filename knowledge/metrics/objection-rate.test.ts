import { beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importConversations } from "../import/import-conversations.ts";
import { textSource } from "../import/source.ts";
import { refreshIndex } from "../retrieval/index/refresh-index.ts";
import { spaces } from "../retrieval/index/test-refresh.ts";
import { load } from "./test-load.ts";

let us: Principal;
const db = testDatabase();
const query = {
  metrics: ["objection_rate"],
  period: { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-04-01T00:00:00Z") },
  grain: "month",
  asOf: new Date("2026-04-01T12:00:00Z"),
} as const;

/** One message a month of each of four contacts, of whom as many object as the month says. */
const objecting = { "01": 0, "02": 1, "03": 3 };

beforeAll(async () => {
  us = await freshWorkspace();
  const leads = [0, 1, 2, 3].map((n) => `L${n},Ada,Lead${n},l${n}@example.org,${n === 0 ? "ann" : "bob"}`);
  await importContacts(
    db,
    us,
    textSource("leads.csv", `id,first_name,last_name,email,assigned_to\n${leads.join("\n")}\n`),
  );
  const threads = [0, 1, 2, 3].map((n) => ({
    id: `v${n}`,
    contact: `L${n}`,
    channel: "email",
    messages: [
      ...Object.entries(objecting).map(([month, many]) => ({
        at: `2026-${month}-10T10:00:00Z`,
        direction: "in",
        text: n < many ? "It is too expensive for us." : "We look at the garden again.",
      })),
      { at: "2026-05-10T10:00:00Z", direction: "in", text: "It is too expensive for us." },
    ],
  }));
  await importConversations(
    db,
    us,
    textSource("threads.jsonl", threads.map((thread) => JSON.stringify(thread)).join("\n")),
  );
  await refreshIndex({ db, spaces }, us);
});

test("objections are a metric as others are: over time, compared, without the future", async () => {
  const { series, totals, ahead, groupings, earlier } = await load(us, { ...query, earlier: 2 });
  expect(earlier).toBe(2);
  expect(series).toEqual([
    {
      metric: "objection_rate",
      grain: "month",
      timeZone: "UTC",
      points: [
        { at: "2026-01-01", value: 0, n: 4, hits: 0 },
        { at: "2026-02-01", value: 0.25, n: 4, hits: 1 },
        { at: "2026-03-01", value: 0.75, n: 4, hits: 3 },
      ],
    },
  ]);
  expect(totals.map(({ period, value, n, hits }) => [period, value, n, hits])).toEqual([
    ["this", 0.75, 4, 3],
    ["previous", 0.25, 4, 1],
    ["last_year", null, 0, undefined],
  ]);
  expect(ahead.interactions).toBe(4);
  expect(groupings).toEqual([]);
});

test("objections of a rep's own contacts", async () => {
  const { series } = await load(us, { ...query, assignedTo: "ann" });
  expect(series[0]?.points).toEqual([{ at: "2026-03-01", value: 1, n: 1, hits: 1 }]);
});
