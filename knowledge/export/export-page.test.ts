import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { createContact } from "../crm/create-contact.ts";
import { deleteContact } from "../crm/delete-contact.ts";
import { logInteraction } from "../crm/log-interaction.ts";
import { recordOutcome } from "../crm/outcomes.ts";
import { updateContact } from "../crm/update-contact.ts";
import type { Transaction } from "../db/database.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { toExportCursor } from "./export-cursor.ts";
import { type ExportQuery, exportPage } from "./export-page.ts";
import type { ExportRecord } from "./export-record.ts";

const db = testDatabase();

describe("without a cursor", () => {
  test("every record comes once, kind by kind, in pages of any size", async () => {
    const principal = await freshWorkspace();
    const ids = await within(principal, async (tx) => {
      const made = [await contact(tx, principal), await contact(tx, principal), await contact(tx, principal)];
      for (const id of made) await call(tx, principal, id);
      await outcome(tx, principal, made[0] ?? "");
      return made;
    });
    const { records, cursor } = await all(principal, { limit: 2 });
    const pass = records.slice(0, 7);
    expect(pass.map(({ type }) => type)).toEqual([
      ...Array(3).fill("contact"),
      ...Array(3).fill("interaction"),
      "outcome",
    ]);
    expect(pass.slice(0, 3).map(({ id }) => id)).toEqual(ids);
    expect(pass[6]).toMatchObject({ id: ids[0], outcome: { result: "lost", note: null } });
    expect((await all(principal, { cursor, limit: 2 })).records).toEqual([]);
  });

  test("only the types that are asked for come, then and later", async () => {
    const principal = await freshWorkspace();
    const id = await within(principal, (tx) => contact(tx, principal));
    await within(principal, (tx) => call(tx, principal, id));
    const { records, cursor } = await all(principal, { types: ["interaction"], limit: 10 });
    expect(typesOf(records)).toEqual(["interaction"]);
    await within(principal, (tx) => call(tx, principal, id));
    expect(typesOf((await all(principal, { cursor, limit: 10 })).records)).toEqual(["interaction"]);
    await expect(page(principal, { cursor, types: ["contact"], limit: 10 })).rejects.toThrow(
      /types of the first request/,
    );
  });

  test("what changes while the pass is under way comes after it", async () => {
    const principal = await freshWorkspace();
    const [first = "", second = ""] = await within(principal, async (tx) => [
      await contact(tx, principal),
      await contact(tx, principal),
    ]);
    const begun = await page(principal, { limit: 1 });
    expect(begun.records.map(({ id }) => id)).toEqual([first]);
    await within(principal, (tx) => updateContact(tx, principal, { id: first, given: { position: "CTO" } }));
    await within(principal, (tx) => deleteContact(tx, principal, { id: second }));
    const { records } = await all(principal, { cursor: begun.nextCursor, limit: 1 });
    expect(records).toContainEqual(
      expect.objectContaining({ contact: expect.objectContaining({ position: "CTO" }) }),
    );
    expect(records).toContainEqual({ type: "contact_deleted", id: second });
  });
});

describe("since a cursor", () => {
  test("what changed comes as it stands now, each record once a page, and what is no more by its id", async () => {
    const principal = await freshWorkspace();
    const { cursor } = await all(principal, { limit: 10 });
    const kept = await within(principal, (tx) => contact(tx, principal));
    const gone = await within(principal, (tx) => contact(tx, principal));
    await within(principal, (tx) => call(tx, principal, gone));
    await within(principal, (tx) => updateContact(tx, principal, { id: kept, given: { position: "CEO" } }));
    await within(principal, (tx) => outcome(tx, principal, kept));
    await within(principal, (tx) => deleteContact(tx, principal, { id: gone }));
    const { records } = await all(principal, { cursor, limit: 100 });
    expect(records.filter(({ id }) => id === kept)).toEqual([
      expect.objectContaining({ type: "contact", contact: expect.objectContaining({ position: "CEO" }) }),
      expect.objectContaining({ type: "outcome" }),
    ]);
    expect(records.filter(({ id }) => id === gone)).toEqual([{ type: "contact_deleted", id: gone }]);
    expect(typesOf(records)).toContain("interaction_deleted");
    expect(typesOf(records)).not.toContain("interaction");
  });

  test("an event of many records is divided among pages", async () => {
    const principal = await freshWorkspace();
    const ids = await within(principal, async (tx) => {
      const made: string[] = [];
      for (let n = 0; n < 5; n++) made.push(await contact(tx, principal));
      return made;
    });
    const { cursor } = await all(principal, { limit: 10 });
    await within(principal, (tx) => tx.query("SELECT rapport_emit('contact.updated', $1::uuid[])", [ids]));
    const first = await page(principal, { cursor, limit: 2 });
    expect([first.records.map(({ id }) => id), first.hasMore]).toEqual([ids.slice(0, 2), true]);
    const rest = await all(principal, { cursor: first.nextCursor, limit: 2 });
    expect(rest.records.map(({ id }) => id)).toEqual(ids.slice(2));
  });

  test("what a transaction that still runs has written is not given before it has ended", async () => {
    const principal = await freshWorkspace();
    const { cursor } = await all(principal, { limit: 10 });
    const early = await within(principal, async (tx) => {
      await contact(tx, principal);
      return exportPage(tx, principal, { cursor, limit: 10 });
    });
    expect([early.records, early.hasMore]).toEqual([[], false]);
    const late = await all(principal, { cursor: early.nextCursor, limit: 10 });
    expect(typesOf(late.records)).toEqual(["contact"]);
  });

  // The embedded database has one session: transactions never overlap there.
  test.skipIf(db.kind === "embedded")("of two transactions that overlap, neither is left out", async () => {
    const principal = await freshWorkspace();
    const { cursor } = await all(principal, { limit: 10 });
    const between = await within(principal, async (slow) => {
      const first = await contact(slow, principal, { lock: false });
      const second = await within(principal, (quick) => contact(quick, principal, { lock: false }));
      return { first, second, page: await page(principal, { cursor, limit: 10 }) };
    });
    expect(between.page.records).toEqual([]);
    const later = await all(principal, { cursor: between.page.nextCursor, limit: 10 });
    expect(later.records.map(({ id }) => id).sort()).toEqual([between.first, between.second].sort());
  });
});

describe("a cursor is refused, and the way out named,", () => {
  test.each<[string, (cursor: Json) => Json, RegExp]>([
    [
      "of another database",
      (c) => ({ ...c, db: "0".repeat(32) }),
      /moved or restored.*Start again without cursor/,
    ],
    [
      "of a database that was set back",
      (c) => ({ ...c, position: { ...c.position, tx: "9999999999" } }),
      /ahead.*Start again/,
    ],
    [
      "older than events are kept",
      (c) => ({ ...c, at: new Date(Date.now() - 29.1 * 86_400_000).toISOString() }),
      /older.*Start again/,
    ],
    ["of nonsense", () => ({ db: 1 }), /not one that an export of this workspace returned/],
  ])("%s", async (_what, change, told) => {
    const principal = await freshWorkspace();
    const { cursor } = await all(principal, { limit: 10 });
    const changed = toExportCursor(change(JSON.parse(Buffer.from(cursor, "base64url").toString())));
    await expect(page(principal, { cursor: changed, limit: 10 })).rejects.toMatchObject({
      code: "VALIDATION_FAILED",
      message: expect.stringMatching(told),
    });
  });

  test("of another workspace", async () => {
    const [one, two] = [await freshWorkspace(), await freshWorkspace()];
    await within(one, (tx) => contact(tx, one));
    const { nextCursor } = await page(one, { limit: 1 });
    await expect(page(two, { cursor: nextCursor, limit: 10 })).rejects.toThrow(/this workspace returned/);
    expect((await all(two, { limit: 10 })).records).toEqual([]);
  });
});

test("only administrators export", async () => {
  const admin = await freshWorkspace();
  for (const role of ["SALES_MANAGER", "SALES_REP", "MARKETING_MANAGER"] as const) {
    await expect(page({ ...admin, roles: [role] }, { limit: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
});

// biome-ignore lint/suspicious/noExplicitAny: a cursor is taken apart and made wrong
type Json = any;

const within = <T>(principal: Principal, work: (tx: Transaction) => Promise<T>) =>
  db.withTenant(principal.tenant.id, work);
const page = (principal: Principal, query: ExportQuery) =>
  db.readTenant(principal.tenant.id, (tx) => exportPage(tx, principal, query));
const typesOf = (records: readonly ExportRecord[]) => records.map(({ type }) => type);

async function all(principal: Principal, query: ExportQuery) {
  const records: ExportRecord[] = [];
  let { cursor } = query;
  for (;;) {
    const { types, limit } = query;
    const { records: more, nextCursor, hasMore } = await page(principal, { types, limit, cursor });
    records.push(...more);
    cursor = nextCursor;
    if (!hasMore) return { records, cursor };
  }
}

/** Without the lock that imports and contacts share, transactions overlap. */
async function contact(tx: Transaction, principal: Principal, { lock = true } = {}): Promise<string> {
  const email = `${crypto.randomUUID()}@mills.example`;
  if (lock) return createContact(tx, principal, { email });
  const id = crypto.randomUUID();
  await tx.query("INSERT INTO contacts (tenant_id, id, email) VALUES ($1, $2, $3)", [
    principal.tenant.id,
    id,
    email,
  ]);
  return id;
}

async function call(tx: Transaction, principal: Principal, contactId: string): Promise<void> {
  await logInteraction(tx, principal, {
    contactId,
    externalId: crypto.randomUUID(),
    at: "2026-01-05T09:00:00.000Z",
    type: "PHONE_CALL",
    channel: "PHONE",
    activity: null,
    direction: null,
    subject: null,
    content: "They rang.",
    duration: null,
    userId: null,
    outcome: null,
    sender: null,
    metadata: {},
  });
}

async function outcome(tx: Transaction, principal: Principal, contactId: string): Promise<void> {
  const at = new Date("2026-01-06T09:00:00Z");
  await recordOutcome(tx, principal, {
    contactId,
    result: "lost",
    at,
    source: "user:tester",
    note: null,
    idempotencyKey: contactId,
  });
}
