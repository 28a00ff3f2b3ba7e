import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { addContacts, type TestTouch, testNow } from "../opportunities/test-workspace.ts";
import { loadReplyP90 } from "./load-reply-p90.ts";

const p90 = async (replies: number) => {
  const who = await freshWorkspace();
  await addContacts(
    who,
    // Each answers after as many hours as its number; a visit between is no answer.
    Array.from({ length: replies }, (_, n) => ({
      name: `c${n}`,
      touches: [
        { daysAgo: 20, text: "When?" },
        { daysAgo: 19.999, text: "Hello?" },
        { daysAgo: 19.998, side: "out" as const, type: "WEBSITE_VISIT" },
        { daysAgo: 20 - (n + 1) / 24, side: "out" as const, text: "Soon." },
        { daysAgo: 1, text: "Thanks" },
        { daysAgo: -5, side: "out" as const, text: "Much later." },
      ],
    })),
  );
  const load = () => testDatabase().readTenant(who.tenant.id, (tx) => loadReplyP90(tx, who, testNow));
  const first = await load();
  expect(await load()).toBe(first);
  return first;
};

test("nine in ten replies, from the first message that waited", async () => {
  expect(await p90(21)).toBeCloseTo(19, 3);
});

test("a day's habit is not taken for another's", async () => {
  const who = await freshWorkspace();
  const touches = [
    { daysAgo: 3, text: "When?" },
    { daysAgo: 3 - 2 / 24, side: "out" as const, text: "Soon." },
  ];
  await addContacts(
    who,
    Array.from({ length: 21 }, (_, n) => ({ name: `c${n}`, touches })),
  );
  const on = (daysAgo: number) =>
    testDatabase().readTenant(who.tenant.id, (tx) =>
      loadReplyP90(tx, who, new Date(testNow.getTime() - daysAgo * 86_400_000)),
    );
  expect(await on(0)).toBeCloseTo(2, 3);
  expect(await on(10)).toBeNull();
  expect(await on(0)).toBeCloseTo(2, 3);
});

test.each<[string, TestTouch[], number | null]>([
  // The call was answered as it came in; what follows it is no reply to it.
  ["a call of theirs", [{ daysAgo: 3, type: "PHONE_CALL", text: "Called." }], null],
  ["a call of theirs that we missed", [{ daysAgo: 3, type: "PHONE_CALL", outcome: "missed" }], 2],
  ["a meeting that nobody came to", [{ daysAgo: 3, type: "MEETING", outcome: "No show" }], null],
])("%s", async (_, before, hours) => {
  const who = await freshWorkspace();
  const reply = { daysAgo: 3 - 2 / 24, side: "out" as const, text: "Soon." };
  await addContacts(
    who,
    Array.from({ length: 21 }, (_, n) => ({ name: `c${n}`, touches: [...before, reply] })),
  );
  const found = await testDatabase().readTenant(who.tenant.id, (tx) => loadReplyP90(tx, who, testNow));
  if (hours === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(hours, 3);
});

test("says nothing of few replies", async () => {
  expect(await p90(19)).toBeNull();
});
