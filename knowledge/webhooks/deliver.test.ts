import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { createContact } from "../crm/create-contact.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { makeEncryptionKey } from "../secrets/encryption-keys.ts";
import { rotateSecrets } from "../secrets/rotate-secrets.ts";
import { openSecrets } from "../secrets/secrets.ts";
import { deliver, deliveryTries } from "./deliver.ts";
import { listDeliveries, retryDelivery, sendTest } from "./deliveries.ts";
import { createEndpoint, listEndpoints, readEndpoint, type WebhookPorts } from "./endpoints.ts";
import { fanOut } from "./fan-out.ts";
import { openReceiver, verified } from "./test-receiver.ts";
import { renewEndpointSecret, updateEndpoint } from "./update-endpoint.ts";

const db = testDatabase();
const [firstKey, secondKey] = [makeEncryptionKey(1), makeEncryptionKey(2)];
const portsWith = (encryptionKeys: string): WebhookPorts => ({
  secrets: openSecrets({ databaseUrl: undefined, home: "/nowhere", encryptionKeys }),
  networks: ["127.0.0.0/8"],
});
const ports = portsWith(firstKey);
const receiver = await openReceiver();

beforeEach(() => {
  receiver.taken.length = 0;
  receiver.answer = 204;
});
afterAll(() => receiver.close());

describe("an event", () => {
  test("is told, signed, to each endpoint that wants it, without what anybody wrote", async () => {
    const { principal, tenant, add } = await workspace();
    const { secret } = await add(["contact.created"]);
    await add([]);
    await add(["contact.deleted"]);
    const id = await newContact(principal);
    const messages = await fanOut(db, { tenant, event: await latestEvent(tenant) });
    expect(messages).toHaveLength(2);
    for (const message of messages) await deliver(db, { tenant, id: message }, ports);
    expect(receiver.taken).toHaveLength(2);
    const [first] = receiver.taken;
    expect(first?.headers["webhook-id"]).toMatch(/^msg_[0-9a-f-]{36}$/);
    expect(verified(must(first), secret)).toEqual({
      type: "contact.created",
      timestamp: expect.stringMatching(/^20.*Z$/),
      data: { records: [{ id }] },
    });
    expect(JSON.stringify(receiver.taken)).not.toContain("Quill");
    expect(() => verified({ ...must(first), body: `${first?.body} ` }, secret)).toThrow();
  });

  test("fanned out twice makes one message, which is sent once", async () => {
    const { principal, tenant, add } = await workspace();
    await add([]);
    await newContact(principal);
    const event = await latestEvent(tenant);
    const once = await fanOut(db, { tenant, event });
    expect(await fanOut(db, { tenant, event })).toEqual(once);
    for (const id of [...once, ...once]) await deliver(db, { tenant, id }, ports);
    expect(receiver.taken).toHaveLength(1);
    expect(await fanOut(db, { tenant, event })).toEqual([]);
  });

  test("of many records is divided, and a score's move is told", async () => {
    const { tenant, add } = await workspace();
    await add(["lead.score_changed"]);
    const moves = Array.from({ length: 1_001 }, (_, n) => ({
      id: uuid(n),
      from: null,
      to: 40,
      note: "secret",
    }));
    await emit(tenant, "lead.score_changed", moves);
    const messages = await fanOut(db, { tenant, event: await latestEvent(tenant) });
    expect(messages).toHaveLength(3);
    for (const id of messages) await deliver(db, { tenant, id }, ports);
    const sizes = receiver.taken.map(({ body }) => JSON.parse(body).data.records.length).sort();
    expect(sizes).toEqual([1, 500, 500]);
    expect(JSON.parse(receiver.taken[0]?.body ?? "").data.records[0]).toEqual({
      id: uuid(0),
      from: null,
      to: 40,
    });
  });

  test("that is not published, or not the tenant's, is told to nobody", async () => {
    const [one, two] = [await workspace(), await workspace()];
    await one.add([]);
    await two.add([]);
    await emit(one.tenant, "job.queued", []);
    expect(await fanOut(db, { tenant: one.tenant, event: await latestEvent(one.tenant) })).toEqual([]);
    await newContact(one.principal);
    const event = await latestEvent(one.tenant);
    expect(await fanOut(db, { tenant: two.tenant, event })).toEqual([]);
  });
});

describe("a message that is not taken", () => {
  test.each([500, 302, 404])(
    "but answered %i is sent again, with the same id, until it has failed",
    async (status) => {
      receiver.answer = status;
      const { principal, endpoint, message } = await oneMessage();
      const again = () => deliver(db, message, ports);
      for (let n = 1; n < deliveryTries; n++)
        await expect(again()).rejects.toMatchObject({ retryable: true });
      await again();
      await again();
      expect(receiver.taken).toHaveLength(deliveryTries);
      expect(new Set(receiver.taken.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
      expect(receiver.taken.map(({ path }) => path)).not.toContain("/elsewhere");
      const [listed] = await deliveriesOf(principal, endpoint);
      expect(listed).toMatchObject({ status: "failed", attempts: deliveryTries, lastStatus: status });
    },
  );

  test("can be sent again by hand", async () => {
    receiver.answer = 503;
    const { principal, endpoint, message } = await oneMessage();
    await expect(deliver(db, message, ports)).rejects.toThrow();
    receiver.answer = 200;
    const sent = await retryDelivery(db, principal, { endpointId: endpoint, id: message.id, ports });
    expect(sent).toMatchObject({ status: "delivered", lastStatus: 200, lastError: null, attempts: 2 });
  });

  test("because nobody listens, or the address is private, says so", async () => {
    const { principal, endpoint, message } = await oneMessage();
    await expect(deliver(db, message, { ...ports, networks: [] })).rejects.toThrow(/not https/);
    await db.withTenant(principal.tenant.id, (tx) =>
      updateEndpoint(tx, principal, { id: endpoint, url: "http://127.0.0.1:1/", ports }),
    );
    await expect(deliver(db, message, ports)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("by a name that leads elsewhere when it is looked up is sent to the address that was checked", async () => {
    const { principal, message, endpoint } = await oneMessage();
    const url = receiver.url.replace("127.0.0.1", "hooks.invalid");
    await db.withTenant(principal.tenant.id, (tx) =>
      updateEndpoint(tx, principal, { id: endpoint, url, ports }),
    );
    await deliver(db, message, { ...ports, lookup: async () => [{ address: "127.0.0.1", family: 4 }] });
    expect(receiver.taken[0]?.headers.host).toContain("hooks.invalid");
  });

  test("by an endpoint that is gone disables it, which is an event", async () => {
    receiver.answer = 410;
    const { principal, endpoint, message } = await oneMessage();
    await deliver(db, message, ports);
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledReason: "answered 410 Gone" });
    expect((await eventsOf(principal.tenant.id)).at(-1)).toEqual({
      type: "webhook.disabled",
      subjects: [endpoint],
    });
    await newContact(principal);
    const event = await latestEvent(principal.tenant.id);
    expect(await fanOut(db, { tenant: principal.tenant.id, event })).toEqual([]);
  });

  test("for five days disables the endpoint; let be sent to again, it begins anew", async () => {
    receiver.answer = 500;
    const { principal, endpoint, message } = await oneMessage();
    await expect(deliver(db, message, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledAt: null });
    await age(message, "5 days 1 hour");
    await expect(deliver(db, message, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({
      disabledReason: "took no message for 5 days",
    });
    await db.withTenant(message.tenant, (tx) =>
      updateEndpoint(tx, principal, { id: endpoint, disabled: false, ports }),
    );
    const fresh = await nextMessage(principal);
    await expect(deliver(db, fresh, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledAt: null, disabledReason: null });
  });

  test("for five days does not, where another was taken meanwhile", async () => {
    const { principal, endpoint, message } = await oneMessage();
    await deliver(db, await nextMessage(principal), ports);
    receiver.answer = 500;
    await age(message, "6 days");
    await expect(deliver(db, message, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledAt: null });
  });
});

describe("secrets", () => {
  test("that are renewed sign beside the one before, which ends", async () => {
    const { principal, endpoint, secret, message } = await oneMessage();
    const { secret: renewed } = await db.withTenant(message.tenant, (tx) =>
      renewEndpointSecret(tx, principal, { id: endpoint, ports }),
    );
    await deliver(db, message, ports);
    const [first] = receiver.taken;
    expect(first?.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const one of [secret, renewed]) expect(verified(must(first), one)).toHaveProperty("type");
    await db.withTenant(message.tenant, (tx) =>
      tx.query("UPDATE webhook_endpoints SET previous_until = now() WHERE tenant_id = $1", [message.tenant]),
    );
    await retryDelivery(db, principal, { id: message.id, ports });
    expect(() => verified(must(receiver.taken[1]), secret)).toThrow();
    expect(verified(must(receiver.taken[1]), renewed)).toHaveProperty("type");
  });

  test("stand encrypted, and decrypt with the new key alone once they were rotated", async () => {
    const { principal, endpoint, secret, message } = await oneMessage();
    expect(await storedSecrets(message.tenant)).toMatch(/^v1\./);
    await expect(deliver(db, message, portsWith(secondKey))).rejects.toThrow(/key 1; known here are: 2/);
    const done = await rotateSecrets(only(message.tenant), portsWith(`${firstKey},${secondKey}`).secrets);
    expect(done).toEqual({ tenants: 1, secrets: 1, rotated: 1, version: 2 });
    expect(await storedSecrets(message.tenant)).toMatch(/^v2\./);
    await deliver(db, message, portsWith(secondKey));
    expect(verified(must(receiver.taken[0]), secret)).toHaveProperty("type");
    expect(await endpointOf(principal, endpoint)).not.toHaveProperty("secret");
  });
});

test("a test message is sent once, and stands among the deliveries", async () => {
  const { principal, add } = await workspace();
  const { id: endpointId, secret } = await add(["contact.deleted"]);
  expect(await sendTest(db, principal, { endpointId, ports })).toMatchObject({
    status: "delivered",
    type: "webhook.test",
  });
  expect(verified(must(receiver.taken[0]), secret)).toMatchObject({ type: "webhook.test" });
  receiver.answer = 500;
  expect(await sendTest(db, principal, { endpointId, ports })).toMatchObject({
    status: "failed",
    attempts: 1,
  });
});

test("endpoints of another workspace are neither seen nor used, and only administrators see their own", async () => {
  const [one, two] = [await workspace(), await workspace()];
  const { id } = await one.add([]);
  await expect(endpointOf(two.principal, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(sendTest(db, two.principal, { endpointId: id, ports })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const manager: Principal = { ...one.principal, roles: ["SALES_MANAGER"] };
  await expect(db.readTenant(one.tenant, (tx) => listEndpoints(tx, manager))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

async function workspace() {
  const principal = await freshWorkspace();
  const tenant = principal.tenant.id;
  const add = (eventTypes: string[]) =>
    db.withTenant(tenant, (tx) => createEndpoint(tx, principal, { url: receiver.url, eventTypes, ports }));
  return { principal, tenant, add };
}

async function oneMessage() {
  const { principal, add } = await workspace();
  const { id: endpoint, secret } = await add(["contact.created"]);
  return { principal, endpoint, secret, message: await nextMessage(principal) };
}

async function nextMessage(principal: Principal) {
  const tenant = principal.tenant.id;
  await newContact(principal);
  const [id = ""] = await fanOut(db, { tenant, event: await latestEvent(tenant) });
  return { tenant, id };
}

async function newContact(principal: Principal): Promise<string> {
  const email = `${crypto.randomUUID()}@mills.example`;
  return db.withTenant(principal.tenant.id, (tx) =>
    createContact(tx, principal, { email, lastName: "Quill" }),
  );
}

async function eventsOf(tenant: string) {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<{ type: string; subjects: string[] }>(
      "SELECT type, subjects FROM events WHERE tenant_id = $1 ORDER BY seq",
      [tenant],
    ),
  );
  return rows;
}

async function latestEvent(tenant: string): Promise<number> {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<{ seq: number }>("SELECT max(seq) AS seq FROM events WHERE tenant_id = $1", [tenant]),
  );
  return rows[0]?.seq ?? 0;
}

async function emit(tenant: string, type: string, data: { id: string }[]): Promise<void> {
  await db.withTenant(tenant, (tx) =>
    tx.query("SELECT rapport_emit($1, $2, $3)", [type, data.map(({ id }) => id), JSON.stringify(data)]),
  );
}

async function age({ tenant, id }: { tenant: string; id: string }, by: string): Promise<void> {
  await db.withTenant(tenant, (tx) =>
    tx.query(
      "UPDATE webhook_deliveries SET created_at = now() - $3::interval WHERE tenant_id = $1 AND id = $2",
      [tenant, id, by],
    ),
  );
}

async function storedSecrets(tenant: string): Promise<string> {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<{ secret: string }>("SELECT secret FROM webhook_endpoints WHERE tenant_id = $1", [tenant]),
  );
  return rows.map(({ secret }) => secret).join();
}

/** The database as if it had this tenant only: other tests' secrets have other keys. */
function only(tenant: string): typeof db {
  return { ...db, withSystem: async () => ({ rows: [{ id: tenant }], rowCount: 1 }) as never };
}

const endpointOf = (principal: Principal, id: string) =>
  db.readTenant(principal.tenant.id, (tx) => readEndpoint(tx, principal, id));
const deliveriesOf = (principal: Principal, endpointId: string) =>
  db.readTenant(principal.tenant.id, (tx) => listDeliveries(tx, principal, { endpointId, limit: 10 }));

function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("missing");
  return value;
}
