import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { deleteWorkspace } from "../crm/workspaces.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { createKey, type NewKey } from "./create-key.ts";
import { openFindTenant } from "./find-tenant.ts";
import { listKeys } from "./list-keys.ts";
import { revokeKey } from "./revoke-key.ts";
import { keyTrustMs, openVerifyKey } from "./verify-key.ts";

const db = testDatabase();
const rep: NewKey = { name: "crm-sync", roles: ["SALES_REP"], user: "ada" };
const hour = 3_600_000;

describe("a key", () => {
  test("is who it was made for, and only its hash is stored", async () => {
    const principal = await freshWorkspace();
    const { key, stored } = await createKey(db, principal, { ...rep, scopes: ["contacts:read"] });
    expect(key).toMatch(/^rapport_[A-Za-z0-9_-]{43}_[A-Za-z0-9_-]{43}$/);
    expect(await openVerifyKey(db)(key)).toEqual({
      tenant: principal.tenant,
      user: "ada",
      roles: ["SALES_REP"],
      scopes: ["contacts:read"],
      kind: "key",
    });
    const [row] = await rowsOf(principal);
    expect(JSON.stringify(row)).not.toContain(key.slice(-43));
    expect(row).toMatchObject({ id: stored.id, created_by: "tester", user_id: "ada" });
  });

  test("without scopes has all that its roles grant, and owns nobody's records", async () => {
    const { key } = await createKey(db, await freshWorkspace(), { name: "x", roles: ["ADMIN"] });
    const verified = await openVerifyKey(db)(key);
    expect(verified).toMatchObject({ user: "key:x", roles: ["ADMIN"] });
    expect(verified).not.toHaveProperty("scopes");
  });

  test("says when it was last used, to the minute and not more often", async () => {
    const principal = await freshWorkspace();
    const { key } = await createKey(db, principal, rep);
    await openVerifyKey(db)(key);
    const [first] = await listKeys(db, principal);
    expect(first?.lastUsedAt).toBeInstanceOf(Date);
    await openVerifyKey(db)(key);
    expect((await listKeys(db, principal))[0]?.lastUsedAt).toEqual(first?.lastUsedAt);
  });

  test("is refused once its time is over, even while it is remembered", async () => {
    const { key } = await createKey(db, await freshWorkspace(), {
      ...rep,
      expiresAt: new Date(Date.now() + hour),
    });
    let now = Date.now() + hour - 1_000;
    const verify = openVerifyKey(db, () => now);
    await expect(verify(key)).resolves.toMatchObject({ user: "ada" });
    now += 2_000;
    await expect(verify(key)).rejects.toMatchObject({ code: "UNAUTHENTICATED", message: /expired/ });
    await expect(openVerifyKey(db, () => now)(key)).rejects.toThrow(/expired/);
  });

  test("that is revoked is refused at once where it is new, and where it is remembered within 30 s", async () => {
    const principal = await freshWorkspace();
    const { key } = await createKey(db, principal, rep);
    let now = Date.now();
    const verify = openVerifyKey(db, () => now);
    await verify(key);
    expect((await revokeKey(db, principal, "crm-sync")).revokedAt).toBeInstanceOf(Date);
    await expect(openVerifyKey(db)(key)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      message: /revoked/,
    });
    now += keyTrustMs;
    await expect(verify(key)).rejects.toThrow(/revoked/);
    await expect(createKey(db, principal, rep)).resolves.toHaveProperty("key");
  });

  test("of a workspace that was deleted is not known", async () => {
    const principal = await freshWorkspace();
    const { key } = await createKey(db, principal, rep);
    await deleteWorkspace(db, principal.tenant.name);
    await expect(openVerifyKey(db)(key)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("verified by many at once asks the database once", async () => {
    const { key } = await createKey(db, await freshWorkspace(), rep);
    let asked = 0;
    const counting: typeof db = {
      ...db,
      readTenant: (...args) => {
        asked++;
        return db.readTenant(...args);
      },
    };
    const verify = openVerifyKey(counting);
    const all = await Promise.all(Array.from({ length: 50 }, () => verify(key)));
    expect([asked, new Set(all.map(({ user }) => user))]).toEqual([1, new Set(["ada"])]);
  });
});

describe("what is no key of ours is refused in the same words", () => {
  test.each<[string, (key: string, other: string) => string]>([
    ["another's tenant and this one's secret", (key, other) => other.slice(0, 51) + key.slice(51)],
    ["a wrong secret", (key) => `${key.slice(0, -4)}${key.endsWith("AAAA") ? "BBBB" : "AAAA"}`],
    ["a tenant that never was", (key) => `rapport_${"A".repeat(43)}_${key.slice(-43)}`],
  ])("%s", async (_what, forge) => {
    const [one, two] = [await freshWorkspace(), await freshWorkspace()];
    const keys = await Promise.all([one, two].map((principal) => createKey(db, principal, rep)));
    const forged = forge(keys[0]?.key ?? "", keys[1]?.key ?? "");
    await expect(openVerifyKey(db)(forged)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      message: expect.stringContaining("is not known here"),
    });
  });

  test.each(["rapport_", "rapport_x_y", `rapport_${"a".repeat(44)}_${"b".repeat(43)}`, "' OR 1=1 --", ""])(
    "%j",
    async (text) => {
      await expect(openVerifyKey(db)(text)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );
});

describe("making keys", () => {
  test.each<[string, Partial<NewKey>, RegExp]>([
    ["without a role", { roles: [] }, /at least one/],
    ["with no scope at all", { scopes: [] }, /leave them out/],
    ["that has expired", { expiresAt: new Date(0) }, /later moment/],
    ["with a name that is none", { name: "\u0007" }, /Choose another/],
    ["for a user that is none", { user: "" }, /assigned_to/],
  ])("%s is refused", async (_what, change, fix) => {
    await expect(createKey(db, await freshWorkspace(), { ...rep, ...change })).rejects.toThrow(fix);
  });

  test("a name in use is refused", async () => {
    const principal = await freshWorkspace();
    await createKey(db, principal, rep);
    await expect(createKey(db, principal, rep)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test.each(["SALES_MANAGER", "SALES_REP", "MARKETING_MANAGER"] as const)("%s may not", async (role) => {
    const principal: Principal = { ...(await freshWorkspace()), roles: [role] };
    await expect(createKey(db, principal, rep)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listKeys(db, principal)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(revokeKey(db, principal, "x")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("whoever is confined makes no key that may more", async () => {
    const confined: Principal = { ...(await freshWorkspace()), scopes: ["keys:write", "contacts:read"] };
    await expect(createKey(db, confined, rep)).rejects.toThrow(/these scopes only/);
    await expect(createKey(db, confined, { ...rep, scopes: ["contacts:write"] })).rejects.toThrow(/only/);
    await expect(createKey(db, confined, { ...rep, scopes: ["contacts:read"] })).resolves.toHaveProperty(
      "key",
    );
  });

  test("another workspace's key is neither listed nor revoked", async () => {
    const [one, two] = [await freshWorkspace(), await freshWorkspace()];
    const { key, stored } = await createKey(db, one, rep);
    expect(await listKeys(db, two)).toEqual([]);
    await expect(revokeKey(db, two, stored.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openVerifyKey(db)(key)).resolves.toBeDefined();
  });
});

test("a workspace is found by its name and by its id, and no name is taken for an id", async () => {
  const { tenant } = await freshWorkspace();
  const find = openFindTenant(db);
  expect(await find(tenant.name)).toEqual(tenant);
  expect(await find(tenant.id)).toEqual(tenant);
  expect(await find("no-such-workspace")).toBeUndefined();
  expect(await find(tenant.id.replace(/^./, (first) => (first === "0" ? "1" : "0")))).toBeUndefined();
});

async function rowsOf({ tenant }: Principal) {
  const { rows } = await db.readTenant(tenant.id, (tx) =>
    tx.query("SELECT * FROM api_keys WHERE tenant_id = $1", [tenant.id]),
  );
  return rows;
}
