import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { newContact, serveApi, type TestApi } from "./test-api.ts";

let admin: Principal;
let api: TestApi;

beforeAll(async () => {
  admin = await freshWorkspace();
  api = await serveApi(admin);
});

afterAll(() => api.close());

const post = (body: unknown, key: string) =>
  api.send({ method: "post", path: "/contacts", body, headers: { "idempotency-key": key } });

test("the same request with its key is answered as before, with one effect", async () => {
  const [key, sent] = [randomUUID(), newContact()];
  const first = await post(sent, key);
  const again = await post(sent, key);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
  expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
  expect(await count(sent.email)).toBe(1);
});

test("another request with a key is refused", async () => {
  const key = randomUUID();
  await post(newContact(), key);
  const other = newContact();
  const { status, body } = await post(other, key);
  expect([status, body.error.code, await count(other.email)]).toEqual([422, "IDEMPOTENCY_KEY_REUSED", 0]);
});

test("of eight that race one has the effect; the others are answered alike or told to come again", async () => {
  const [key, sent] = [randomUUID(), newContact()];
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(sent, key)));
  const made = answers.filter(({ status }) => status === 201);
  const told = answers.filter(({ status }) => status !== 201);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
  expect(made.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1);
  for (const { status, headers, body } of told) {
    expect([status, body.error.code, headers.get("retry-after")]).toEqual([409, "CONFLICT", "1"]);
  }
  expect(await count(sent.email)).toBe(1);
});

test("what failed may be sent again with its key", async () => {
  const key = randomUUID();
  const [first, taken] = [newContact(), newContact()];
  await post(first, randomUUID());
  expect((await post({ ...taken, email: first.email }, key)).status).toBe(409);
  expect((await post(taken, key)).status).toBe(201);
});

test("a key of a day ago is forgotten", async () => {
  const [key, sent] = [randomUUID(), newContact()];
  await post(sent, key);
  await testDatabase().withTenant(admin.tenant.id, (tx) =>
    tx.query(
      "update idempotency_keys set created_at = now() - interval '25 hours' where tenant_id = $1 and key = $2",
      [admin.tenant.id, key],
    ),
  );
  expect((await post(newContact(), key)).status).toBe(201);
});

test.each(["", "a b", "x".repeat(201)])("the key %j is refused", async (key) => {
  const { status } = await post(newContact(), key);
  expect(status).toBe(400);
});

async function count(email: string): Promise<number> {
  return testDatabase().readTenant(admin.tenant.id, async (tx) => {
    const { rows } = await tx.query("select 1 from contacts where tenant_id = $1 and email = $2", [
      admin.tenant.id,
      email,
    ]);
    return rows.length;
  });
}
