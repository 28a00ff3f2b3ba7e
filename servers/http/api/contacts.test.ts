import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { newContact, serveApi, type TestApi } from "./test-api.ts";

let admin: Principal;
let api: TestApi;
let rep: TestApi;

beforeAll(async () => {
  admin = await freshWorkspace();
  api = await serveApi(admin);
  rep = await serveApi({ ...admin, user: "rep", roles: ["SALES_REP"] });
});

afterAll(async () => {
  await api.close();
  await rep.close();
});

const post = (body: unknown, headers = {}, through = api) =>
  through.send({ method: "post", path: "/contacts", body, headers });

describe("a new contact", () => {
  test("is answered with its score, cleaned as imports clean it, and stands in the history", async () => {
    const sent = newContact({
      firstName: "  Ada ",
      status: "prospect",
      customFields: { seats: 12, note: " " },
    });
    const { status, body, headers } = await post(sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      firstName: "Ada",
      fullName: "Ada Quill",
      status: "PROSPECT",
      customFields: { seats: 12 },
    });
    expect(body.leadScore).toBeGreaterThan(0);
    expect(headers.get("etag")).toBe(`"${body.version}"`);
    expect(headers.get("location")).toBe(`/api/v1/contacts/${body.id}`);
    expect(await history(body.id)).toEqual([
      {
        source: "user:tester",
        changes: expect.objectContaining({ email: sent.email, status: "PROSPECT", "custom.seats": 12 }),
      },
    ]);
  });

  test.each([
    ["no company", { company: undefined }, "company"],
    ["a blank name", { lastName: " " }, "lastName"],
    ["what is no email", { email: "ada at mills" }, "email"],
    ["an unknown status", { status: "MAYBE" }, "status"],
    ["an unknown field", { leadScore: 3 }, "leadScore"],
    ["a nested custom field", { customFields: { a: { b: 1 } } }, "customFields.a"],
  ])("with %s is refused, naming the field", async (_what, change, field) => {
    const { status, body } = await post(newContact(change));
    expect([status, body.error.code]).toEqual([400, "VALIDATION_FAILED"]);
    expect(body.error.details.map((each: { field: string }) => each.field)).toContain(field);
  });

  test("with an email that one has already, in any case, is refused", async () => {
    const sent = newContact();
    await post(sent);
    const { status, body } = await post(newContact({ email: sent.email.toUpperCase() }));
    expect([status, body.error.code]).toEqual([409, "CONFLICT"]);
  });
});

describe("a change", () => {
  test("leaves what it does not speak of, takes away what is null, and writes only what differs", async () => {
    const { body: before } = await post(newContact({ phone: "1", customFields: { seats: 12, plan: "pro" } }));
    const patch = { phone: null, firstName: "Ada", customFields: { plan: null, region: "north" } };
    const { status, body } = await api.send({ method: "patch", path: `/contacts/${before.id}`, body: patch });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      phone: null,
      email: before.email,
      customFields: { seats: 12, region: "north" },
    });
    expect(body.customFields).not.toHaveProperty("plan");
    expect((await history(before.id))[1]?.changes).toEqual({
      phone: null,
      "custom.plan": null,
      "custom.region": "north",
    });
  });

  test("of a version that is no more is refused and changes nothing", async () => {
    const { body: first, headers } = await post(newContact());
    const path = `/contacts/${first.id}`;
    const ifMatch = { "if-match": headers.get("etag") ?? "" };
    const once = await api.send({ method: "patch", path, body: { position: "CTO" }, headers: ifMatch });
    const twice = await api.send({ method: "patch", path, body: { position: "CEO" }, headers: ifMatch });
    expect([once.status, twice.status, twice.body.error.code]).toEqual([200, 409, "CONFLICT"]);
    expect((await api.send({ method: "get", path })).body.position).toBe("CTO");
    const again = { "if-match": once.headers.get("etag") ?? "" };
    expect((await api.send({ method: "delete", path, headers: again })).status).toBe(204);
    expect((await api.send({ method: "get", path })).status).toBe(404);
  });

  test("that ten send at once for one version has one effect", async () => {
    const { body: contact, headers } = await post(newContact());
    const ifMatch = { "if-match": headers.get("etag") ?? "" };
    const path = `/contacts/${contact.id}`;
    const sent = Array.from({ length: 10 }, (_, n) =>
      api.send({ method: "patch", path, body: { position: `number ${n}` }, headers: ifMatch }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(9).fill(409)]);
  });
});

test("upsert by external id makes a contact once and changes it afterwards", async () => {
  const put = (body: unknown) => api.send({ method: "put", path: "/contacts/by-external-id/crm-1", body });
  const made = await put(newContact());
  const changed = await put({ position: "CTO" });
  expect([made.status, changed.status]).toEqual([201, 200]);
  expect(changed.body).toMatchObject({
    id: made.body.id,
    externalId: "crm-1",
    position: "CTO",
    firstName: "Ada",
  });
});

describe("a list", () => {
  test("pages by number and by cursor through all that fit, once each", async () => {
    const company = "Pagination Works";
    for (let n = 0; n < 5; n++) await post(newContact({ company, lastName: `Page${n}` }));
    const path = `/contacts?search=${encodeURIComponent(company)}&limit=2`;
    const first = await api.send({ method: "get", path });
    expect(first.body).toMatchObject({
      totalCount: 5,
      pagination: { page: 1, limit: 2, totalPages: 3, hasNext: true },
    });
    const names: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body } = await api.send({ method: "get", path: cursor ? `${path}&cursor=${cursor}` : path });
      names.push(...body.data.map((each: { lastName: string }) => each.lastName));
      cursor = body.pagination.nextCursor;
    }
    expect(names).toEqual(["Page4", "Page3", "Page2", "Page1", "Page0"]);
    const third = await api.send({ method: "get", path: `${path}&page=3` });
    expect(third.body.data.map((each: { lastName: string }) => each.lastName)).toEqual(["Page0"]);
    expect((await api.send({ method: "get", path: `${path}&page=9` })).body).toMatchObject({
      data: [],
      totalCount: 5,
    });
  });

  test("is narrowed by status, owner and score", async () => {
    await post(newContact({ status: "INACTIVE", assignedTo: "zoe" }));
    const found = await api.send({
      method: "get",
      path: "/contacts?status=INACTIVE&assignedTo=zoe&leadScoreMin=0",
    });
    expect(found.body.totalCount).toBe(1);
    expect(
      (await api.send({ method: "get", path: "/contacts?assignedTo=zoe&leadScoreMin=100" })).body.data,
    ).toEqual([]);
  });

  test.each(["page=0", "limit=101", "limit=ten", "status=lead%20", "cursor=x", "sort=name", "page=1&page=2"])(
    "with %s is refused",
    async (query) => {
      expect((await api.send({ method: "get", path: `/contacts?${query}` })).status).toBe(400);
    },
  );
});

describe("a sales rep", () => {
  test("is given the contacts they make and changes only their own", async () => {
    const own = await post(newContact(), {}, rep);
    expect([own.status, own.body.assignedTo]).toEqual([201, "rep"]);
    const other = await post(newContact({ assignedTo: "zoe" }));
    const change = (id: string, body: unknown) =>
      rep.send({ method: "patch", path: `/contacts/${id}`, body });
    expect((await change(own.body.id, { position: "CTO" })).status).toBe(200);
    expect((await change(other.body.id, { position: "CTO" })).status).toBe(403);
    expect((await change(own.body.id, { assignedTo: "zoe" })).status).toBe(403);
    expect((await rep.send({ method: "delete", path: `/contacts/${other.body.id}` })).status).toBe(403);
    expect((await rep.send({ method: "get", path: `/contacts/${other.body.id}` })).status).toBe(200);
  });
});

async function history(id: string): Promise<{ source: string; changes: Record<string, unknown> }[]> {
  return testDatabase().readTenant(admin.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ source: string; changes: Record<string, unknown> }>(
      "select source, changes from contact_history where tenant_id = $1 and contact_id = $2 order by seq",
      [admin.tenant.id, id],
    );
    return rows;
  });
}
