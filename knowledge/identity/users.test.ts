import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { createKey } from "./create-key.ts";
import { createUser, type NewUser } from "./create-user.ts";
import { listUsers, readUser } from "./list-users.ts";
import { type UserChange, updateUser } from "./update-user.ts";
import { openFindUser, userTrustMs } from "./user-standing.ts";
import { keyTrustMs, openVerifyKey } from "./verify-key.ts";

const db = testDatabase();
const within = <T>({ tenant }: Principal, work: Parameters<typeof db.withTenant<T>>[1]) =>
  db.withTenant(tenant.id, work);
const add = (who: Principal, user: NewUser) => within(who, (tx) => createUser(tx, who, user));
const change = (who: Principal, id: string, wanted: UserChange) =>
  within(who, (tx) => updateUser(tx, who, { id, change: wanted }));

test("a user is stored, listed, read, and told of", async () => {
  const admin = await freshWorkspace();
  await add(admin, { id: "grace", role: "SALES_REP", email: "grace@mills.example" });
  await add(admin, { id: "ada", role: "ADMIN", preferences: { auto_response_enabled: true } });
  const listed = await within(admin, (tx) => listUsers(tx, admin, { limit: 5 }));
  expect(listed.map(({ id, role }) => [id, role])).toEqual([
    ["ada", "ADMIN"],
    ["grace", "SALES_REP"],
  ]);
  expect(await within(admin, (tx) => readUser(tx, admin, "ada"))).toMatchObject({
    preferences: { auto_response_enabled: true },
    lastLogin: null,
    deactivatedAt: null,
  });
  await expect(add(admin, { id: "ada", role: "SALES_REP" })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await eventsOf(admin)).toEqual([
    ["user.created", { user: "grace", role: "SALES_REP" }],
    ["user.created", { user: "ada", role: "ADMIN" }],
  ]);
});

test("a change leaves what it does not speak of, merges preferences, and tells of another role", async () => {
  const admin = await freshWorkspace();
  await add(admin, {
    id: "grace",
    role: "SALES_REP",
    email: "g@x.example",
    preferences: { max_response_length: 500 },
  });
  await change(admin, "grace", { name: "Grace", preferences: { response_delay_hours: 2 } });
  const changed = await change(admin, "grace", {
    role: "SALES_MANAGER",
    preferences: { max_response_length: null },
  });
  expect(changed).toMatchObject({
    email: "g@x.example",
    name: "Grace",
    role: "SALES_MANAGER",
    preferences: { response_delay_hours: 2 },
  });
  expect(changed.preferences).not.toHaveProperty("max_response_length");
  expect((await eventsOf(admin)).slice(1)).toEqual([
    ["role.changed", { user: "grace", from: "SALES_REP", to: "SALES_MANAGER" }],
  ]);
});

describe("the last active administrator", () => {
  test.each<[string, UserChange]>([
    ["is not demoted", { role: "SALES_REP" }],
    ["is not deactivated", { active: false }],
  ])("%s", async (_what, wanted) => {
    const admin = await freshWorkspace();
    await add(admin, { id: "ada", role: "ADMIN" });
    await add(admin, { id: "gone", role: "ADMIN" });
    await change(admin, "gone", { active: false });
    await expect(change(admin, "ada", wanted)).rejects.toMatchObject({ code: "CONFLICT" });
    await change(admin, "gone", { active: true });
    await expect(change(admin, "ada", wanted)).resolves.toBeDefined();
  });

  test("is left where all are demoted at once", async () => {
    const admin = await freshWorkspace();
    const ids = ["a", "b", "c", "d"];
    for (const id of ids) await add(admin, { id, role: "ADMIN" });
    const ended = await Promise.allSettled(ids.map((id) => change(admin, id, { role: "SALES_REP" })));
    expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const left = await within(admin, (tx) => listUsers(tx, admin, { limit: 9 }));
    expect(left.filter(({ role }) => role === "ADMIN")).toHaveLength(1);
  });
});

test.each(["SALES_MANAGER", "SALES_REP", "MARKETING_MANAGER"] as const)("%s may not", async (role) => {
  const someone: Principal = { ...(await freshWorkspace()), roles: [role] };
  await expect(add(someone, { id: "x", role: "ADMIN" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(change(someone, "x", {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(within(someone, (tx) => listUsers(tx, someone, { limit: 1 }))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("another workspace's user is neither read nor changed", async () => {
  const [one, two] = [await freshWorkspace(), await freshWorkspace()];
  await add(one, { id: "grace", role: "SALES_REP" });
  await expect(change(two, "grace", { role: "ADMIN" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(within(two, (tx) => readUser(tx, two, "grace"))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("who was deactivated is known as such within 30 s, as are the keys that act for them", async () => {
  const admin = await freshWorkspace();
  const { id } = admin.tenant;
  await add(admin, { id: "grace", role: "SALES_REP" });
  const { key } = await createKey(db, admin, { name: "hers", roles: ["SALES_REP"], user: "grace" });
  let now = Date.now();
  const [find, verify] = [openFindUser(db, () => now), openVerifyKey(db, () => now)];
  expect(await find(id, "grace")).toEqual({ role: "SALES_REP", isActive: true });
  expect(await find(id, "nobody")).toBeUndefined();
  await verify(key);
  const { lastLogin } = await within(admin, (tx) => readUser(tx, admin, "grace"));
  expect(lastLogin).toBeInstanceOf(Date);
  await change(admin, "grace", { active: false });
  now += Math.max(userTrustMs, keyTrustMs);
  expect(await find(id, "grace")).toEqual({ role: "SALES_REP", isActive: false });
  await expect(verify(key)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

async function eventsOf(admin: Principal) {
  const { rows } = await within(admin, (tx) =>
    tx.query<{ type: string; data: unknown }>(
      "SELECT type, data FROM events WHERE tenant_id = $1 AND type ~ '^(user|role)' ORDER BY seq",
      [admin.tenant.id],
    ),
  );
  return rows.map(({ type, data }) => [type, data]);
}
