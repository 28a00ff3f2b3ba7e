import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { loadSurroundings } from "../thread/load-surroundings.ts";
import { confirmRule, forgetRule, listRules, setRule } from "./edit-rules.ts";
import type { LearnedRule } from "./learn-from-edit.ts";
import { rememberRules } from "./remember-rules.ts";

const within = <T>(who: Principal, work: (tx: Transaction) => Promise<T>) =>
  testDatabase().withTenant(who.tenant.id, work);
const learn = (who: Principal, kind: LearnedRule["kind"], value: string) =>
  within(who, (tx) =>
    rememberRules(tx, who, { learned: [{ kind, value, topic: null }], draftId: crypto.randomUUID() }),
  );
const active = async (who: Principal) =>
  (await within(who, (tx) => loadSurroundings(tx, who))).rules.map(({ value }) => value);
const all = (who: Principal) => within(who, (tx) => listRules(tx, who, { forgotten: true }));

test("a rule holds when a second change says the same", async () => {
  const who = await freshWorkspace();
  await learn(who, "greeting", "Hi {first_name},");
  expect(await active(who)).toEqual([]);
  await learn(who, "greeting", "Hi {first_name},");
  expect(await active(who)).toEqual(["Hi {first_name},"]);
  expect(await all(who)).toMatchObject([
    { kind: "greeting", support: 2, user: "tester", topic: null, draftId: expect.any(String) },
  ]);
});

test("a newer greeting takes the place of the older; phrases stand side by side", async () => {
  const who = await freshWorkspace();
  for (const value of ["Hi", "Hi", "Hello", "Hello"]) await learn(who, "greeting", value);
  for (const value of ["as per", "as per", "kindly", "kindly"]) await learn(who, "forbidden", value);
  expect((await active(who)).toSorted()).toEqual(["Hello", "as per", "kindly"]);
});

test("a fact holds only when somebody confirms it", async () => {
  const who = await freshWorkspace();
  for (let time = 0; time < 3; time++) await learn(who, "fact", "Delivery takes 3 days.");
  expect(await active(who)).toEqual([]);
  const [rule] = await all(who);
  await within(who, (tx) => confirmRule(tx, who, rule?.id ?? ""));
  expect(await active(who)).toEqual(["Delivery takes 3 days."]);
});

test("what was forgotten is not learned again, but can be confirmed", async () => {
  const who = await freshWorkspace();
  for (let time = 0; time < 2; time++) await learn(who, "forbidden", "kindly");
  const [rule] = await all(who);
  await within(who, (tx) => forgetRule(tx, who, rule?.id ?? ""));
  for (let time = 0; time < 3; time++) await learn(who, "forbidden", "kindly");
  expect(await active(who)).toEqual([]);
  expect(await within(who, (tx) => listRules(tx, who))).toEqual([]);
  await within(who, (tx) => confirmRule(tx, who, rule?.id ?? ""));
  expect(await active(who)).toEqual(["kindly"]);
});

test("everybody's rules are an administrator's; a user's are their own, and a workspace's its own", async () => {
  const who = await freshWorkspace();
  const rep: Principal = { ...who, user: "rep", roles: ["SALES_REP"] };
  const rule = { kind: "forbidden", value: "cheap", topic: "pricing" } as const;
  await expect(within(rep, (tx) => setRule(tx, rep, { ...rule, everybody: true }))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const shared = await within(who, (tx) => setRule(tx, who, { ...rule, everybody: true }));
  const own = await within(who, (tx) => setRule(tx, who, { ...rule, value: "mine", everybody: false }));
  expect(await active(rep)).toEqual(["cheap"]);
  await expect(within(rep, (tx) => forgetRule(tx, rep, shared.id))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(within(rep, (tx) => forgetRule(tx, rep, own.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  const other = await freshWorkspace();
  expect(await active(other)).toEqual([]);
  await expect(within(other, (tx) => confirmRule(tx, other, own.id))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test.each([
  ["tone", "rude", /formal or casual/],
  ["length", "short", /number of characters/],
  ["fact", "  ", /is empty/],
] as const)("%s %j is refused", async (kind, value, message) => {
  const who = await freshWorkspace();
  await expect(
    within(who, (tx) => setRule(tx, who, { kind, value, topic: null, everybody: false })),
  ).rejects.toMatchObject({
    message: expect.stringMatching(message),
  });
});
