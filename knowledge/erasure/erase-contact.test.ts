import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { localEmbedder } from "../embeddings/local-embedder.ts";
import { refreshIndex } from "../retrieval/index/refresh-index.ts";
import { openSearch, type Search } from "../retrieval/search-passages.ts";
import { pgvectorStore } from "../vectors/pgvector-store.ts";
import { pineconeStore } from "../vectors/pinecone-store.ts";
import { openSpaces } from "../vectors/spaces.ts";
import { type PineconeStandIn, startPinecone } from "../vectors/test-pinecone.ts";
import type { VectorStore } from "../vectors/vector-store.ts";
import { type ErasureReceipt, eraseContact } from "./erase-contact.ts";
import { plantPerson, plantRecords, type TestPerson, tablesHolding } from "./test-person.ts";

const db = testDatabase();
let pinecone: PineconeStandIn;
beforeAll(async () => {
  pinecone = await startPinecone();
});
afterAll(() => pinecone.close());

const stores: [string, () => VectorStore][] = [
  ["pgvector", () => pgvectorStore(db)],
  [
    "pinecone",
    () => pineconeStore({ apiKey: pinecone.apiKey, index: "erasure", baseUrl: pinecone.url, pauseMs: 1 }),
  ],
];

describe.each(stores)("with vectors in %s, a person who is erased", (kind, open) => {
  let search: Search;
  let who: Principal;
  let person: TestPerson;
  let other: TestPerson;
  let before: string[];
  let receipt: ErasureReceipt;

  beforeAll(async () => {
    const parts = { db, spaces: openSpaces({ db, store: open(), embedder: localEmbedder(64) }) };
    search = openSearch(parts);
    who = await freshWorkspace();
    person = await plantPerson(who, "x7k2");
    other = await plantRecords(who, "b3m9");
    await refreshIndex(parts, who);
    before = await tablesHolding(who, person.marks);
    expect(await foundBy(person.email)).toBe(true);
    receipt = await eraseContact(db, who, person.id);
    await refreshIndex(parts, who);
  });

  const foundBy = async (text: string) => {
    const { hits } = await search(who, { text, limit: 10 });
    return hits.some((hit) => person.marks.some((mark) => JSON.stringify(hit).toLowerCase().includes(mark)));
  };

  test("had left traces in every table that takes texts of or about people", () => {
    expect(before).toEqual([
      "audit_log",
      "background_jobs",
      "contact_history",
      "contacts",
      "conversations",
      "drafting_rules",
      "drafts",
      "follow_ups",
      "idempotency_keys",
      "imports",
      "insight_runs",
      "interactions",
      "job_files",
      "kept_answers",
      "lead_scores",
      "model_calls",
      "outbox",
      "outcomes",
      "passage_names",
      "passages",
      "postings",
      "proposals",
      "score_votes",
      "scoring_models",
      "webhook_deliveries",
      "webhook_messages",
    ]);
  });

  test("is in none of them any more", async () => {
    expect(await tablesHolding(who, person.marks)).toEqual([]);
  });

  test("leaves an id only where it is told that they are gone", async () => {
    const told = ["audit_log", "events", "webhook_deliveries"];
    expect((await tablesHolding(who, [person.id])).filter((name) => !told.includes(name))).toEqual([]);
  });

  test.each(["email", "name", "phone"] as const)("is not found by their %s", async (by) => {
    expect(await foundBy(person[by])).toBe(false);
  });

  test("has a receipt that says nothing about them", () => {
    expect(receipt).toMatchObject({ id: person.id, sameEmail: 0, erasedAt: expect.stringMatching(/Z$/) });
    expect(receipt.erased).toMatchObject({
      contacts: 1,
      conversations: 1,
      interactions: 2,
      drafts: 1,
      outbox: 1,
    });
    expect(receipt.erased).toMatchObject({
      job_files: 1,
      model_calls: 1,
      webhook_messages: 1,
      draft_handles: 1,
    });
    const text = JSON.stringify({ ...receipt, id: "" }).toLowerCase();
    expect(person.marks.filter((mark) => text.includes(mark))).toEqual([]);
  });

  test("takes nobody else along", async () => {
    expect(await tablesHolding(who, [other.marks[0] ?? ""])).toEqual(
      expect.arrayContaining(["contacts", "contact_history", "interactions", "passages"]),
    );
  });

  test("is told of by an event", async () => {
    const { rows } = await db.readTenant(who.tenant.id, (tx) =>
      tx.query(`select subjects from events where tenant_id = $1 and type = 'contact.deleted'`, [
        who.tenant.id,
      ]),
    );
    expect(rows).toEqual([{ subjects: [person.id] }]);
  });

  test.runIf(kind === "pinecone")("has no vectors left there", async () => {
    const { rows } = await db.readTenant(who.tenant.id, (tx) =>
      tx.query<{ passages: number; gone: number }>(
        `select (select count(*)::int from passages where tenant_id = $1) as passages,
          (select count(*)::int from vector_removals where tenant_id = $1) as gone`,
        [who.tenant.id],
      ),
    );
    expect(rows[0]?.gone).toBe(0);
    expect(vectorsIn(who.tenant.id)).toBe(rows[0]?.passages);
  });
});

/** Vectors that the stand-in holds of a tenant. */
function vectorsIn(tenantId: string): number {
  const seen = new Map();
  for (const [name, { writes }] of pinecone.state.indexes.get("erasure")?.namespaces ?? []) {
    if (name.includes(tenantId)) for (const { apply } of writes) apply(seen);
  }
  return seen.size;
}
