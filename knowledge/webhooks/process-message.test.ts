import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { makeEncryptionKey } from "../secrets/encryption-keys.ts";
import { openSecrets } from "../secrets/secrets.ts";
import { listMessages } from "./messages.ts";
import { processMessage } from "./process-message.ts";
import { storeMessage, verifyMessage } from "./receive-message.ts";
import { toSourceAddress } from "./source.ts";
import { createSource, deleteSource, renewSourceSecret, updateSource } from "./sources.ts";

const db = testDatabase();
const secrets = openSecrets({
  databaseUrl: undefined,
  home: "/nowhere",
  encryptionKeys: makeEncryptionKey(1),
});

describe("a message", () => {
  test("is who it was signed by, and is stored once", async () => {
    const { send, address, principal } = await source("crm");
    const first = await send({ type: "contact", data: { email: "ada@mills.example" } }, { id: "m-1" });
    expect(first.duplicate).toBe(false);
    const again = await send({ type: "contact", data: { email: "ada@mills.example" } }, { id: "m-1" });
    expect(again).toEqual({ id: first.id, duplicate: true });
    expect(await eventTypes(principal)).toEqual(["webhook.received"]);
    const verified = await verifyMessage(
      db,
      secrets,
      signed({}, { address, secret: await secretOf(principal) }),
    );
    expect(verified.principal).toEqual({
      tenant: principal.tenant,
      user: "webhook:crm",
      roles: ["SALES_MANAGER"],
      kind: "key",
    });
  });

  test.each<[string, (own: Sent, other: Sent) => Sent]>([
    ["a wrong secret", (own, other) => ({ ...own, headers: other.headers })],
    ["another body", (own) => ({ ...own, body: Buffer.from("{}  ") })],
    ["another id", (own) => ({ ...own, headers: { ...own.headers, id: "m-2" } })],
    ["no id", (own) => ({ ...own, headers: { ...own.headers, id: "" } })],
    ["no signature", (own) => ({ ...own, headers: { ...own.headers, signatures: "" } })],
    [
      "half a signature",
      (own) => ({ ...own, headers: { ...own.headers, signatures: own.headers.signatures.slice(0, 20) } }),
    ],
    ["another workspace's source", (own, other) => ({ ...own, address: other.address })],
    [
      "a source that never was",
      (own) => ({ ...own, address: toSourceAddress({ tenantId: randomUUID(), sourceId: randomUUID() }) }),
    ],
    ["no address", (own) => ({ ...own, address: "crm" })],
  ])("with %s is refused in the same words", async (_what, forge) => {
    const [one, two] = [await source("crm"), await source("crm")];
    const own = signed({}, { address: one.address, secret: await secretOf(one.principal) });
    const other = signed({}, { address: two.address, secret: await secretOf(two.principal) });
    await expect(verifyMessage(db, secrets, own)).resolves.toBeDefined();
    await expect(verifyMessage(db, secrets, forge(own, other))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      message: expect.stringMatching(/^No source here has sent this/),
    });
  });

  test.each([-301, 301])("signed %i s from now is refused", async (offset) => {
    const { address, principal } = await source("crm");
    const sent = signed(
      {},
      { address, secret: await secretOf(principal), at: new Date(Date.now() + 1_000 * offset) },
    );
    await expect(verifyMessage(db, secrets, sent)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("of a source that was disabled, deleted, or given another secret is refused", async () => {
    const { address, principal, sourceId: id } = await source("crm");
    const own = signed({}, { address, secret: await secretOf(principal) });
    const set = (disabled: boolean) =>
      within(principal, (tx) => updateSource(tx, principal, { id, disabled }));
    await set(true);
    await expect(verifyMessage(db, secrets, own)).rejects.toThrow();
    await set(false);
    await expect(verifyMessage(db, secrets, own)).resolves.toBeDefined();
    await within(principal, (tx) => renewSourceSecret(tx, principal, { id, secrets }));
    await expect(verifyMessage(db, secrets, own)).rejects.toThrow();
    await within(principal, (tx) => deleteSource(tx, principal, id));
    await expect(verifyMessage(db, secrets, own)).rejects.toThrow();
  });

  test.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a null character", '{"a":"\\u0000"}'],
    ["half a character", '{"a":"\\ud800"}'],
  ])("that is %s is refused and not stored", async (_what, body) => {
    const { principal, sourceId } = await source("crm");
    const stored = storeMessage(db, { principal, sourceId, messageId: "m", body: Buffer.from(body) });
    await expect(stored).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });
});

describe("worked on", () => {
  test("twice, after its process was killed, it makes one contact", async () => {
    const { send, work, principal } = await source("crm");
    const message = {
      type: "contact",
      data: { externalId: "c-1", email: "Ada@mills.example", customFields: { seats: 3 } },
    };
    const { id } = await send(message);
    // Killed here: it is stored and nobody has worked on it.
    expect(await contacts(principal)).toEqual([]);
    await Promise.all([work(id), work(id)]);
    await work(id);
    expect(await contacts(principal)).toEqual([
      { external_id: "c-1", email: "Ada@mills.example", position: null },
    ]);
    expect(await messages(principal)).toMatchObject([
      { error: null, result: { contactId: expect.any(String) } },
    ]);
    expect((await eventTypes(principal)).filter((type) => type === "contact.created")).toHaveLength(1);
  });

  test("it changes the contact that it names by id or email", async () => {
    const { take, principal } = await source("crm");
    await take({ type: "contact", data: { email: "ada@mills.example" } });
    await take({ type: "contact", data: { email: "ADA@mills.example", externalId: "c-1", position: "CTO" } });
    await take({ type: "contact", data: { externalId: "c-1", position: "CEO" } });
    expect(await contacts(principal)).toEqual([
      { external_id: "c-1", email: "ADA@mills.example", position: "CEO" },
    ]);
    await take({ type: "contact", data: { externalId: "c-2", email: "ada@mills.example" } });
    expect((await messages(principal))[0]?.error).toMatch(/has the email/);
  });

  test("an interaction and a form are logged once, with what was written as data", async () => {
    const { take, work, principal } = await source("site");
    const call = {
      type: "PHONE_CALL",
      contact: { email: "ada@mills.example" },
      content: "They rang.",
      duration: 4,
    };
    const id = await take({ type: "interaction", data: call });
    await rerun(principal, id);
    await work(id);
    await take({
      type: "form_submission",
      data: {
        contact: { email: "ada@mills.example" },
        form: "Contact us",
        fields: { wish: "A loom", seats: 3, empty: "" },
      },
    });
    expect(await interactions(principal)).toEqual([
      { type: "PHONE_CALL", channel: "PHONE", direction: null, subject: null, content: "They rang." },
      {
        type: "FORM_SUBMISSION",
        channel: "WEBSITE",
        direction: "INBOUND",
        subject: "Contact us",
        content: "wish: A loom\nseats: 3",
      },
    ]);
  });

  test("an outcome is recorded once, by the source", async () => {
    const { take, work, principal } = await source("crm");
    const lost = {
      type: "outcome",
      data: { contact: { externalId: "c-1" }, outcome: "lost", note: "Too dear." },
    };
    const early = await take(lost);
    expect((await messages(principal))[0]?.error).toMatch(/Send the contact first/);
    await take({ type: "contact", data: { externalId: "c-1" } });
    await work(early);
    await rerun(principal, early);
    await work(early);
    expect(await rows(principal, "SELECT result, source, note FROM outcomes WHERE tenant_id = $1")).toEqual([
      { result: "lost", source: "user:webhook:crm", note: "Too dear." },
    ]);
    expect((await messages(principal)).every(({ error }) => error === null)).toBe(true);
  });

  test.each([
    ["an unknown type", { type: "deal", data: {} }],
    ["no data", { type: "contact" }],
    ["nobody", { type: "contact", data: { firstName: "Ada" } }],
    ["an unknown field", { type: "contact", data: { externalId: "1", leadScore: 90 } }],
    ["what is no email", { type: "contact", data: { email: "ada at mills" } }],
    ["a contact of nobody's", { type: "interaction", data: { type: "CHAT", contact: { id: randomUUID() } } }],
    [
      "a moment that is none",
      { type: "outcome", data: { contact: { externalId: "1" }, outcome: "won", at: "soon" } },
    ],
  ])("of %s it tells why, changes nothing, and can be listed", async (_what, body) => {
    const { take, principal } = await source("crm");
    await take(body);
    const [failed] = await messages(principal, true);
    expect(failed).toMatchObject({ source: "crm", error: expect.any(String), processedAt: expect.any(Date) });
    expect(await contacts(principal)).toEqual([]);
  });

  test("under another tenant it is not found", async () => {
    const [one, two] = [await source("crm"), await source("crm")];
    const { id } = await one.send({ type: "contact", data: { externalId: "c-1" } });
    await processMessage(db, { tenant: two.principal.tenant.id, id });
    expect([await contacts(one.principal), await contacts(two.principal)]).toEqual([[], []]);
  });
});

type Sent = Parameters<typeof verifyMessage>[2];

const secretsOf = new Map<string, string>();

async function source(name: string) {
  const principal = await freshWorkspace();
  const tenant = principal.tenant.id;
  const { id: sourceId, secret } = await within(principal, (tx) =>
    createSource(tx, principal, { name, secrets }),
  );
  secretsOf.set(tenant, secret);
  const address = toSourceAddress({ tenantId: tenant, sourceId });
  const send = async (body: unknown, { id = randomUUID() as string } = {}) =>
    storeMessage(db, await verifyMessage(db, secrets, signed(body, { address, secret, id })));
  const work = (id: string) => processMessage(db, { tenant, id });
  const take = async (body: unknown) => {
    const { id } = await send(body);
    await work(id);
    return id;
  };
  return { principal, sourceId, address, send, work, take };
}

async function secretOf({ tenant }: Principal): Promise<string> {
  return secretsOf.get(tenant.id) ?? "";
}

function signed(
  body: unknown,
  {
    address,
    secret,
    id = "m-1",
    at = new Date(),
  }: { address: string; secret: string; id?: string; at?: Date },
): Sent {
  const text = JSON.stringify(body);
  const headers = {
    id,
    timestamp: String(Math.floor(at.getTime() / 1_000)),
    signatures: new Webhook(secret).sign(id, at, text),
  };
  return { address, headers, body: Buffer.from(text) };
}

const within = <T>(principal: Principal, work: Parameters<typeof db.withTenant<T>>[1]) =>
  db.withTenant<T>(principal.tenant.id, work);

async function rows(principal: Principal, sql: string) {
  const found = await db.readTenant(principal.tenant.id, (tx) => tx.query(sql, [principal.tenant.id]));
  return found.rows;
}

const contacts = (principal: Principal) =>
  rows(principal, "SELECT external_id, email, position FROM contacts WHERE tenant_id = $1 ORDER BY id");
const interactions = (principal: Principal) =>
  rows(
    principal,
    "SELECT type, channel, direction, subject, content FROM interactions WHERE tenant_id = $1 ORDER BY id",
  );
const messages = (principal: Principal, failed = false) =>
  db.readTenant(principal.tenant.id, (tx) => listMessages(tx, principal, { failed, limit: 10 }));

async function eventTypes(principal: Principal): Promise<unknown[]> {
  return (await rows(principal, "SELECT type FROM events WHERE tenant_id = $1 ORDER BY seq")).map(
    ({ type }) => type,
  );
}

/** As if its process had been killed before it was noted as done. */
async function rerun(principal: Principal, id: string): Promise<void> {
  await within(principal, (tx) =>
    tx.query("UPDATE webhook_messages SET processed_at = NULL WHERE tenant_id = $1 AND id = $2", [
      principal.tenant.id,
      id,
    ]),
  );
}
