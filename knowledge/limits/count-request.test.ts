import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { requestCounter } from "./count-request.ts";
import { changeLimits, defaultLimits, loadLimits } from "./limit-settings.ts";

const db = testDatabase();
const set = async (change: Record<string, unknown>) => {
  const admin = await freshWorkspace();
  await db.withTenant(admin.tenant.id, (tx) => changeLimits(tx, admin, change));
  return admin;
};

test("users and keys of one name do not share a count, and neither do workspaces", async () => {
  const [ours, theirs] = [
    await set({ requests_per_minute_user: 1, requests_per_minute_key: 1 }),
    await set({ requests_per_minute_user: 1 }),
  ];
  const count = requestCounter(db);
  const callers = [
    { ...ours, kind: "user" as const },
    { ...ours, kind: "key" as const },
    { ...theirs, kind: "user" as const },
  ];
  for (const caller of callers) expect((await count(caller)).isWithin).toBe(true);
  for (const caller of callers) expect((await count(caller)).isWithin).toBe(false);
  expect((await count({ ...ours, kind: "local" })).isWithin).toBe(true);
});

test.each([
  [{ requests_per_minute: 0 }, /requests_per_minute/],
  [{ model_usd_per_day: -1 }, /model_usd_per_day/],
  [{ modle_usd_per_day: 1 }, /modle_usd_per_day/],
])("%j is refused", async (change, message) => {
  await expect(set(change)).rejects.toThrow(message);
});

test("only an administrator changes limits", async () => {
  const admin = await freshWorkspace();
  const change = db.withTenant(admin.tenant.id, (tx) =>
    changeLimits(tx, { ...admin, roles: ["SALES_MANAGER"] }, { model_usd_per_day: 1_000 }),
  );
  await expect(change).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await db.readTenant(admin.tenant.id, (tx) => loadLimits(tx, admin.tenant.id))).toEqual(
    defaultLimits,
  );
});
