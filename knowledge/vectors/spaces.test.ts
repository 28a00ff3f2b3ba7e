import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Embedder } from "#core/embedder.ts";
import { AppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { localEmbedder } from "../embeddings/local-embedder.ts";
import { hasPending } from "../retrieval/index-status.ts";
import { createArrivals } from "./arrivals.ts";
import { hnswIndexOf } from "./hnsw-index.ts";
import { pgvectorStore } from "./pgvector-store.ts";
import { pineconeStore } from "./pinecone-store.ts";
import { openSpaces } from "./spaces.ts";
import { addPassages, deletePassages } from "./test-passages.ts";
import { type PineconeStandIn, startPinecone } from "./test-pinecone.ts";
import type { VectorStore } from "./vector-store.ts";

const db = testDatabase();
const texts = new Map(Array.from({ length: 900 }, (_, no) => [no, `subject ${no * 7} matter`]));
const embedder: Embedder = { ...localEmbedder(64), id: "test:one@64" };
const successor: Embedder = { ...localEmbedder(64), id: "test:two@64" };

let pinecone: PineconeStandIn;
let principal: Principal;
beforeAll(async () => {
  log.level = "silent";
  pinecone = await startPinecone();
});
afterAll(() => pinecone.close());
beforeEach(async () => {
  principal = await freshWorkspace();
  await addPassages(principal, texts);
});

const rows = async () =>
  db.readTenant(principal.tenant.id, async (tx) => {
    const sql = `select embedder, embedded_through as through, serving_since is not null as serving
      from vector_spaces where tenant_id = $1 order by embedder`;
    return (await tx.query(sql, [principal.tenant.id])).rows;
  });
const down = () => Promise.reject(new AppError("AI_SERVICE_UNAVAILABLE", "The model is down."));
const cloud = (index = "spaces") =>
  pineconeStore({ apiKey: pinecone.apiKey, index, baseUrl: pinecone.url, pauseMs: 1 });

const stores: [string, () => VectorStore][] = [
  ["pgvector", () => pgvectorStore(db)],
  ["pinecone", cloud],
];

describe.each(stores)("%s", (_, openStore) => {
  let store: VectorStore;
  const open = (by: Embedder | null) => openSpaces({ db, store, embedder: by });
  const search = (by: Embedder | null, text = "subject 3500 matter") =>
    open(by).search(principal, { text, limit: 3 });
  beforeEach(() => {
    store = openStore();
  });

  test("embeds all, says how far it is, and serves then", async () => {
    expect(await search(embedder)).toEqual({ embedder: null, matches: [] });
    const seen: number[] = [];
    const onProgress = (progress: { done: number; total: number }) =>
      seen.push(progress.done, progress.total);
    expect(await open(embedder).embedPending(principal, { onProgress })).toEqual({
      embedded: 900,
      pending: 0,
    });
    expect(seen).toEqual([400, 900, 800, 900, 900, 900]);
    const { embedder: by, matches } = await search(embedder);
    expect([by, matches[0]?.no, matches.length]).toEqual([embedder.id, 500, 3]);
    expect(await open(embedder).embedPending(principal)).toEqual({ embedded: 0, pending: 0 });
  });

  test("embeds as many as it is told, and serves only when all are", async () => {
    expect(await open(embedder).embedPending(principal, { atMost: 450 })).toEqual({
      embedded: 450,
      pending: 450,
    });
    expect((await search(embedder)).embedder).toBeNull();
    expect(await open(embedder).embedPending(principal, { atMost: 450 })).toEqual({
      embedded: 450,
      pending: 0,
    });
    expect((await search(embedder)).embedder).toBe(embedder.id);
  });

  test("embeds what is made meanwhile, and serves when nothing more comes", async () => {
    const arrivals = createArrivals();
    const later = new Map(Array.from({ length: 100 }, (_, at) => [900 + at, `subject ${at} later`]));
    const total: number[] = [];
    const onProgress = async (progress: { done: number; total: number }) => {
      total.push(progress.total);
      if (progress.done !== 900) return;
      await addPassages(principal, later);
      arrivals.announce();
      arrivals.end();
    };
    const options = { onProgress, arrivals, expected: 100 };
    expect(await open(embedder).embedPending(principal, options)).toEqual({ embedded: 1_000, pending: 0 });
    expect(total).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(await rows()).toEqual([{ embedder: embedder.id, through: 1_000, serving: true }]);
  });

  test("goes on after a failure midway without doing anything twice", async () => {
    const embedded: number[] = [];
    let calls = 0;
    const failing: Embedder = {
      ...embedder,
      embed: async (batch, ...rest) => {
        calls++;
        if (calls === 2) return down();
        embedded.push(batch.length);
        return embedder.embed(batch, ...rest);
      },
    };
    await expect(open(failing).embedPending(principal)).rejects.toThrow("The model is down.");
    expect(await rows()).toEqual([{ embedder: embedder.id, through: 400, serving: false }]);
    expect(await open(failing).embedPending(principal)).toEqual({ embedded: 500, pending: 0 });
    expect(embedded).toEqual([400, 400, 100]);
  });

  test("two processes at once leave each vector once", async () => {
    await Promise.all([open(embedder), open(embedder)].map((spaces) => spaces.embedPending(principal)));
    const { matches } = await open(embedder).search(principal, { text: "subject", limit: 1_000 });
    expect(matches.map(({ no }) => no).toSorted((a, b) => a - b)).toEqual([...texts.keys()]);
  });

  test("changes the embedder without ever mixing", async () => {
    await open(embedder).embedPending(principal);
    await open(successor).embedPending(principal, { atMost: 400 });
    expect((await search(embedder)).embedder).toBe(embedder.id);
    expect(await search(successor)).toEqual({ embedder: null, matches: [] });
    await open(successor).embedPending(principal);
    expect((await search(successor)).embedder).toBe(successor.id);
    expect(await search(embedder)).toEqual({ embedder: null, matches: [] });
    expect(await rows()).toEqual([{ embedder: successor.id, through: 900, serving: true }]);
    const old = { tenantId: principal.tenant.id, embedder: embedder.id, dimensions: 64 };
    const vector = new Float32Array(64).fill(0.125);
    expect(await store.search(old, { vector, limit: 5 })).toEqual([]);
  });

  test("tries again to give up the old space where that failed", async () => {
    await open(embedder).embedPending(principal);
    const failing = openSpaces({ db, store: { ...store, drop: down }, embedder: successor });
    await expect(failing.embedPending(principal)).rejects.toThrow("down");
    expect(await rows()).toEqual([
      { embedder: embedder.id, through: 0, serving: false },
      { embedder: successor.id, through: 900, serving: true },
    ]);
    await open(successor).embedPending(principal);
    expect(await rows()).toHaveLength(1);
  });

  test("searches by words only when the embedder or the store is down", async () => {
    await open(embedder).embedPending(principal);
    expect((await search({ ...embedder, embed: down })).embedder).toBeNull();
    const broken = openSpaces({ db, store: { ...store, search: down }, embedder });
    expect(await broken.search(principal, { text: "x", limit: 3 })).toEqual({ embedder: null, matches: [] });
    expect(await search(null)).toEqual({ embedder: null, matches: [] });
    expect(await open(null).embedPending(principal)).toEqual({ embedded: 0, pending: 0 });
  });

  test("is cancelled between two batches", async () => {
    const leaving = new AbortController();
    const onProgress = () => leaving.abort();
    const work = open(embedder).embedPending(principal, { signal: leaving.signal, onProgress });
    await expect(work).rejects.toMatchObject({ code: "CANCELLED" });
    expect(await rows()).toEqual([{ embedder: embedder.id, through: 400, serving: false }]);
  });

  test("forgets passages that are gone", async () => {
    await open(embedder).embedPending(principal);
    await deletePassages(principal, [500]);
    await open(embedder).removeGone(principal);
    const { matches } = await search(embedder);
    expect(matches.map(({ no }) => no)).not.toContain(500);
    const left = await db.readTenant(principal.tenant.id, (tx) => tx.query("select from vector_removals"));
    expect(left.rowCount).toBe(0);
  });

  test("never serves with holes when another process gave the space up meanwhile", async () => {
    const giving = {
      ...store,
      drop: async (...args: Parameters<VectorStore["drop"]>) => {
        await store.drop(...args);
        return down();
      },
    };
    let batches = 0;
    const overtaken: Embedder = {
      ...embedder,
      embed: async (...args) => {
        if (++batches === 2) {
          await openSpaces({ db, store: giving, embedder: successor })
            .embedPending(principal)
            .catch(() => {});
        }
        return embedder.embed(...args);
      },
    };
    await expect(open(overtaken).embedPending(principal)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await rows()).toEqual([
      { embedder: embedder.id, through: 0, serving: false },
      { embedder: successor.id, through: 900, serving: true },
    ]);
  });

  test("counts numbers whose passages are gone as done", async () => {
    await db.withTenant(principal.tenant.id, (tx) =>
      tx.query("insert into passage_statistics (tenant_id, next_no) values ($1, 950)", [principal.tenant.id]),
    );
    await open(embedder).embedPending(principal);
    expect(await rows()).toEqual([{ embedder: embedder.id, through: 950, serving: true }]);
  });
});

test("a passage that goes while it is embedded leaves no vector behind", async () => {
  const store = cloud();
  const slow: Embedder = {
    ...embedder,
    embed: async (...args) => {
      await deletePassages(principal, [1]);
      return embedder.embed(...args);
    },
  };
  await openSpaces({ db, store, embedder: slow }).embedPending(principal, { atMost: 400 });
  const space = { tenantId: principal.tenant.id, embedder: embedder.id, dimensions: 64 };
  const vector = new Float32Array(64).fill(0.125);
  const matches = await store.search(space, { vector, limit: 1_000 });
  expect(matches).toHaveLength(399);
});

test("moves from one store to another, and to another index", async () => {
  const spaces = [pgvectorStore(db), cloud(), cloud("another"), pgvectorStore(db)].map((store) =>
    openSpaces({ db, store, embedder }),
  );
  for (const [at, each] of spaces.entries()) {
    if (at > 0) expect((await each.search(principal, { text: "matter", limit: 1 })).embedder).toBeNull();
    expect(await each.embedPending(principal)).toEqual({ embedded: 900, pending: 0 });
    expect((await each.search(principal, { text: "matter", limit: 1 })).embedder).toBe(embedder.id);
    expect(await rows()).toHaveLength(1);
  }
});

test("serves without its index after a hurried fill, until it is settled", async () => {
  const hurried: Embedder = { ...localEmbedder(64), id: "test:hurried@64" };
  const spaces = openSpaces({ db, store: pgvectorStore(db, { exactUpTo: 100 }), embedder: hurried });
  const isIndexed = async () => {
    const { name } = hnswIndexOf({
      tenantId: principal.tenant.id,
      embedder: hurried.id,
      dimensions: 64,
    });
    const { rows } = await db.withSystem((tx) => tx.query("select to_regclass($1)::text as name", [name]));
    return rows[0]?.name === name;
  };
  await spaces.embedPending(principal, { settle: false, batchSize: 500 });
  expect((await spaces.search(principal, { text: "matter", limit: 1 })).embedder).toBe(hurried.id);
  expect(await isIndexed()).toBe(false);
  await spaces.embedPending(principal);
  expect(await isIndexed()).toBe(true);
});

test("takes no other space's place in a hurry", async () => {
  await openSpaces({ db, store: pgvectorStore(db), embedder }).embedPending(principal);
  for (const store of [pgvectorStore(db), cloud()]) {
    const next = openSpaces({ db, store, embedder: successor });
    expect(await next.embedPending(principal, { settle: false })).toMatchObject({ pending: 0 });
    expect((await next.search(principal, { text: "matter", limit: 1 })).embedder).toBeNull();
  }
});

test("remembers what is gone as long as another index may serve again", async () => {
  const left = async () =>
    (await db.readTenant(principal.tenant.id, (tx) => tx.query("select from vector_removals"))).rowCount;
  const pending = () => hasPending(db, principal, { embedder: embedder.id, store: cloud("next").name });
  const [old, next] = [cloud(), cloud("next")].map((store) => openSpaces({ db, store, embedder }));
  await old?.embedPending(principal);
  await next?.embedPending(principal, { atMost: 400 });
  await deletePassages(principal, [1, 500]);
  await next?.removeGone(principal);
  expect(await left()).toBe(2);
  await next?.embedPending(principal);
  expect(await pending()).toBe(true);
  await next?.removeGone(principal);
  expect([await left(), await pending()]).toEqual([0, false]);
});

test("removing what is gone ends with the signal", async () => {
  const spaces = openSpaces({ db, store: cloud(), embedder });
  await spaces.embedPending(principal);
  await deletePassages(principal, [1]);
  const removal = spaces.removeGone(principal, AbortSignal.abort());
  await expect(removal).rejects.toMatchObject({ code: "CANCELLED" });
});
