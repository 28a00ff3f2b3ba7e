import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { loadConfig } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { localEmbedder } from "#knowledge/embeddings/local-embedder.ts";
import { pineconeStore } from "#knowledge/vectors/pinecone-store.ts";
import { startPinecone } from "#knowledge/vectors/test-pinecone.ts";
import { conversationsWorkspace } from "../test-support/conversations-workspace.ts";
import { openRetrieval } from "./retrieval.ts";

const db = testDatabase();
const config = loadConfig({});
const request = { text: "acmesecretc", limit: 5 };
let principal: Principal;

beforeAll(async () => {
  log.level = "silent";
  principal = await conversationsWorkspace("acme");
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a search", () => {
  test("finds words all the same when the embedder fails", async () => {
    const broken: Embedder = {
      id: "broken:embedder@3",
      dimensions: 3,
      embed: () => Promise.reject(new Error("out of order")),
    };
    const { hits, searched } = await openRetrieval({ config, db, embedder: broken }).search(
      principal,
      request,
    );
    expect(hits[0]?.text).toContain("acmesecretc");
    expect(searched).toMatchObject({ embedder: null, pending: 0 });
  });

  test("makes what waits searchable first, once for all that come at the same time", async () => {
    const fresh = await conversationsWorkspace("acme");
    const { search } = openRetrieval({ config, db });
    const results = await Promise.all([
      search(fresh, request),
      search(fresh, request),
      search(fresh, request),
    ]);
    for (const { hits, searched } of results) {
      expect(hits[0]?.text).toContain("acmesecretc");
      expect(searched).toMatchObject({ passages: 22, pending: 0 });
    }
  });

  test("goes on indexing for the others when one caller goes", async () => {
    const fresh = await conversationsWorkspace("acme");
    const leaving = new AbortController();
    const local = localEmbedder();
    const embed: Embedder["embed"] = async (texts, kind, signal) => {
      if (kind === "document") leaving.abort();
      signal?.throwIfAborted();
      return local.embed(texts, kind, signal);
    };
    const { search } = openRetrieval({ config, db, embedder: { ...local, embed } });
    const [left, stayed] = await Promise.allSettled([
      search(fresh, request, leaving.signal),
      search(fresh, request),
    ]);
    expect(left.status).toBe("rejected");
    expect(stayed).toMatchObject({ value: { searched: { embedder: local.id, pending: 0 } } });
  });

  test.each([
    ["says nothing of work that the limit ended", new DOMException("Stopped.", "AbortError"), 0],
    ["tells what failed, though the limit is over", new Error("A mistake."), 1],
  ])("%s", async (_what, failure, warnings) => {
    const limit = new AbortController();
    vi.spyOn(AbortSignal, "timeout").mockReturnValue(limit.signal);
    const warn = vi.spyOn(log, "warn");
    const embed: Embedder["embed"] = async () => {
      limit.abort();
      throw failure;
    };
    const { search } = openRetrieval({ config, db, embedder: { id: "late:one@3", dimensions: 3, embed } });
    await search(await conversationsWorkspace("acme"), request);
    const told = warn.mock.calls.filter(([, text]) => /before a search/.test(String(text)));
    expect(told).toHaveLength(warnings);
  });

  test("takes the vectors of erased people out of a store outside the database", async () => {
    const pinecone = await startPinecone();
    const store = pineconeStore({
      apiKey: pinecone.apiKey,
      index: "erased",
      baseUrl: pinecone.url,
      pauseMs: 1,
    });
    const fresh = await conversationsWorkspace("acme");
    const embedder = localEmbedder();
    const { search, index } = openRetrieval({ config, db, embedder, store });
    await index(fresh);
    const space = { tenantId: fresh.tenant.id, embedder: embedder.id, dimensions: embedder.dimensions };
    const vector = new Float32Array(embedder.dimensions).fill(0.05);
    const kept = async () => (await store.search(space, { vector, limit: 100 })).length;
    expect(await kept()).toBe(22);
    await db.withTenant(fresh.tenant.id, async (tx) => {
      await tx.query("delete from contacts where tenant_id = $1", [fresh.tenant.id]);
      await tx.query("delete from articles where tenant_id = $1", [fresh.tenant.id]);
    });
    await search(fresh, request);
    expect(await kept()).toBe(0);
    await pinecone.close();
  });

  test("ends when its caller goes", async () => {
    const { search } = openRetrieval({ config, db });
    await expect(search(principal, request, AbortSignal.abort())).rejects.toThrow();
  });
});

test.each<[string, Record<string, string>, RegExp]>([
  ["Pinecone without a key", { RAPPORT_VECTORS: "pinecone" }, /PINECONE_API_KEY.*pgvector/],
  [
    "a provider's embedder without a key",
    { RAPPORT_EMBEDDER: "openai:text-embedding-3-small@512" },
    /OPENAI_API_KEY/,
  ],
  ["an unknown embedder", { RAPPORT_EMBEDDER: "magic" }, /provider:model/],
])("%s is told before anything is searched", (_what, environment, fix) => {
  expect(() => openRetrieval({ config: loadConfig(environment), db })).toThrow(fix);
});
