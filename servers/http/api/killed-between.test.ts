import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { joinTransactions } from "#knowledge/db/join-transactions.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { answerOnce } from "#tools/answer-once.ts";
import { createContact } from "#tools/create-contact.ts";
import { newContact, serveApi, type TestApi } from "./test-api.ts";

// A process that dies between an effect and its answer: the request comes again, and there is one effect.

const db = joinTransactions(testDatabase());
let admin: Principal;
let api: TestApi;

beforeAll(async () => {
  admin = await freshWorkspace();
  api = await serveApi(admin);
});

afterAll(() => api.close());

describe("killed after the effect", () => {
  test("and before its answer was kept, nothing is there, and the next process does it once", async () => {
    const request = { key: randomUUID(), requestHash: "a" };
    const contact = newContact();
    const tool = createContact(db);
    const make = async () => {
      const body = await tool.run(
        { principal: admin, signal: AbortSignal.timeout(60_000) },
        contact as never,
      );
      return { status: 201, body, headers: {} };
    };
    const died = answerOnce(db)(admin, {
      request,
      isAtomic: true,
      run: async () => {
        await make();
        throw new Error("killed");
      },
    });
    await expect(died).rejects.toThrow("killed");
    expect(await count("contacts", contact.email)).toBe(0);
    const work = { request, isAtomic: true, run: make };
    const again = await answerOnce(db)(admin, work);
    const third = await answerOnce(db)(admin, work);
    expect([again.replayed, third.replayed]).toEqual([false, true]);
    expect(third.answer.body).toEqual(JSON.parse(JSON.stringify(again.answer.body)));
    expect(await count("contacts", contact.email)).toBe(1);
  });

  test("what is refused is audited, has no effect, and may be sent again with its key", async () => {
    const [first, second] = [newContact(), newContact()];
    const headers = { "idempotency-key": randomUUID() };
    await api.send({ method: "post", path: "/contacts", body: first });
    const refused = await api.send({
      method: "post",
      path: "/contacts",
      body: { ...second, email: first.email },
      headers,
    });
    expect(refused.status).toBe(409);
    const { body } = await api.send({ method: "get", path: "/audit?limit=1" });
    expect(body.entries[0]).toMatchObject({ action: "create_contact", outcome: "CONFLICT" });
    expect((await api.send({ method: "post", path: "/contacts", body: second, headers })).status).toBe(201);
    expect(await count("contacts", second.email)).toBe(1);
  });
});

test("work that joins a transaction takes its turn, and what fails leaves the rest", async () => {
  const headers = { "idempotency-key": randomUUID() };
  const users = Array.from({ length: 6 }, (_, n) =>
    api.send({
      method: "post",
      path: "/users",
      body: { id: `u${n}`, role: "SALES_REP" },
      headers: { "idempotency-key": `${headers["idempotency-key"]}-${n}` },
    }),
  );
  expect((await Promise.all(users)).map(({ status }) => status)).toEqual(Array(6).fill(201));
});

test("a key's text is in no answer but the first, nor in the database", async () => {
  const sent = {
    method: "post",
    path: "/api-keys",
    body: { name: "once", roles: ["SALES_REP"] },
    headers: { "idempotency-key": randomUUID() },
  };
  const first = await api.send(sent);
  const again = await api.send(sent);
  expect(first.body.key).toMatch(/^rapport_/);
  expect(again.body).toEqual({ ...first.body, key: null });
  const kept = await db.readTenant(admin.tenant.id, (tx) =>
    tx.query("select * from idempotency_keys where tenant_id = $1", [admin.tenant.id]),
  );
  expect(JSON.stringify(kept.rows)).toContain("once");
  expect(JSON.stringify(kept.rows)).not.toContain("rapport_");
});

async function count(table: "contacts", email: string): Promise<number> {
  const { rows } = await db.readTenant(admin.tenant.id, (tx) =>
    tx.query(`select 1 from ${table} where tenant_id = $1 and email = $2`, [admin.tenant.id, email]),
  );
  return rows.length;
}
