import { beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
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
