import { beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { findOpportunities } from "./find-opportunities.ts";
import { addContacts, type TestContact, type TestTouch, testNow } from "./test-workspace.ts";

/** Touches every ten days, the last so many days ago. */
const regular = (last: number, count = 8): TestTouch[] =>
  Array.from({ length: count }, (_, n) => ({
    daysAgo: last + 10 * (count - 1 - n),
    side: n % 2 === 0 ? "in" : "out",
    text: "Fine.",
  }));

const contacts: TestContact[] = [
  ...Array.from(
    { length: 5 },
    (_, n): TestContact => ({
      name: `won ${n}`,
      status: "CUSTOMER",
      ended: [["won", 90]],
      touches: regular(95),
    }),
  ),
  { name: "silent", score: 0.8, touches: regular(30) },
  { name: "more silent", score: 0.9, assignedTo: "rep", touches: regular(60) },
  // Near-misses.
  { name: "not yet", score: 0.9, touches: regular(9) },
  { name: "cold", score: 0.1, touches: regular(30) },
  { name: "visited since", score: 0.9, touches: [...regular(30), { daysAgo: 3, type: "WEBSITE_VISIT" }] },
  { name: "waits for us", score: 0.9, touches: [...regular(40), { daysAgo: 30, side: "in", text: "When?" }] },
  { name: "lost", score: 0.9, ended: [["lost", 5]], touches: regular(30) },
  { name: "won since", score: 0.9, ended: [["won", 5]], touches: regular(30) },
  { name: "never touched", score: 0.9 },
  { name: "future only", score: 0.9, touches: [{ daysAgo: -3, text: "Hello" }] },
  { name: "a year ago", score: 0.9, touches: regular(370) },
];
let us: Principal;
const quiet = async (who: Principal, more: object = {}) => {
  const found = await testDatabase().readTenant(who.tenant.id, (tx) =>
    findOpportunities(tx, who, { kinds: ["gone_quiet"], asOf: testNow, past: false, ...more }),
  );
  return { list: found.lists.get("gone_quiet"), notes: found.notes };
};

beforeAll(async () => {
  us = await freshWorkspace();
  await addContacts(us, contacts);
});

test("leads that are silent for longer than three in four gaps of leads like them", async () => {
  const { list } = await quiet(us);
  expect(list?.opportunities.map(({ name }) => name)).toEqual(["more silent", "silent"]);
  expect(list?.total).toEqual({ count: 2, exact: true });
  expect(list?.opportunities[1]).toMatchObject({
    quote: null,
    since: new Date(testNow.getTime() - 30 * 86_400_000),
    numbers: { quietDays: 30, usualDays: 10 },
  });
  expect(list?.opportunities[1]?.reason).toContain("nothing either way for 30 days, since 2025-05-31");
});

test("a rep's own contacts only", async () => {
  expect((await quiet(us, { assignedTo: "rep" })).list?.opportunities.map(({ name }) => name)).toEqual([
    "more silent",
  ]);
});

test("too few gaps to tell what is long: says so", async () => {
  const who = await freshWorkspace();
  await addContacts(who, [{ name: "silent", score: 0.9, touches: regular(60) }]);
  const { list, notes } = await quiet(who);
  expect(list?.opportunities).toEqual([]);
  expect(notes).toEqual([
    "gone_quiet: 7 gaps between days of contact are known of leads that were won or look so; 20 are needed to tell how long is long.",
  ]);
});

test("at a past moment learns from those whose score was high then", async () => {
  const who = await freshWorkspace();
  const ids = await addContacts(
    who,
    Array.from({ length: 5 }, (_, n): TestContact => ({ name: `c${n}`, score: 0.9, touches: regular(30) })),
  );
  const day = 86_400_000;
  const usualGaps = async () => {
    const { notes, list } = await quiet(who, { asOf: new Date(testNow.getTime() - 2 * day), past: true });
    return list?.opportunities[0]?.numbers.gaps ?? notes.join();
  };
  const scoredSince = (daysAgo: number) =>
    testDatabase().withTenant(who.tenant.id, (tx) =>
      tx.query("update lead_scores set since = $2 where tenant_id = $1", [
        who.tenant.id,
        new Date(testNow.getTime() - daysAgo * day).toISOString(),
      ]),
    );
  await scoredSince(3);
  expect(await usualGaps()).toBe(35);
  // High since yesterday only, and low before.
  await scoredSince(1);
  await testDatabase().withTenant(who.tenant.id, async (tx) => {
    for (const id of ids.values()) {
      await tx.query(
        `insert into score_history (tenant_id, contact_id, probability, low, high, band, as_of, scored_at) values ($1, $2, .1, .1, .1, 'D', $3, $3)`,
        [who.tenant.id, id, new Date(testNow.getTime() - 300 * day).toISOString()],
      );
    }
  });
  expect(await usualGaps()).toMatch(/gone_quiet: 0 gaps/);
});
