import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openEmbedder } from "../registry.ts";
import { fakeVector } from "../stand-ins/fake-vector.ts";
import type { Reply } from "../stand-ins/http-server.ts";
import { startHttpServer } from "../stand-ins/http-server.ts";
import {
  type ProviderName,
  type ProviderStandIn,
  providerStandIns,
} from "../stand-ins/provider-stand-ins.ts";

const silent = () => "hang" as const;
const embedding: ProviderName[] = ["google", "vertex", "openai", "ollama"];
const taskAware = new Set(["google", "vertex"]);

describe.each(embedding)("%s", (provider) => {
  let standIn: ProviderStandIn;
  const open = async (extra = {}) => {
    standIn = await providerStandIns[provider](silent);
    return openEmbedder(standIn.embedderId ?? "", standIn.config(extra));
  };

  beforeAll(async () => {
    await (await open()).embed(["warm up"], "query");
    await standIn.close();
  });
  afterEach(() => standIn.close());

  test("embeds in order, at unit length, however many texts there are", async () => {
    const embedder = await open();
    const texts = Array.from({ length: 230 }, (_, n) => `text ${n}`);
    const vectors = await embedder.embed(texts, "document");
    const prefix = taskAware.has(provider) ? "RETRIEVAL_DOCUMENT " : "";
    for (const at of [0, 99, 100, 229]) {
      const expected = fakeVector(`${prefix}text ${at}`, 768);
      const norm = Math.hypot(...expected);
      expect(vectors[at]).toEqual(Float32Array.from(expected, (value) => value / norm));
    }
    expect(vectors).toHaveLength(230);
    expect(Math.hypot(...(vectors[7] ?? []))).toBeCloseTo(1, 5);
  });

  test("tells a question from a document where the model can", async () => {
    const embedder = await open();
    const [query] = await embedder.embed(["price"], "query");
    const [document] = await embedder.embed(["price"], "document");
    expect(String(query) === String(document)).toBe(!taskAware.has(provider));
  });

  test("embeds a blank text, and no texts at all", async () => {
    const embedder = await open();
    await expect(embedder.embed([" ", "x"], "document")).resolves.toHaveLength(2);
    await expect(embedder.embed([], "document")).resolves.toEqual([]);
  });

  test("names a server that is gone", async () => {
    const embedder = await open();
    await standIn.close();
    await expect(embedder.embed(["x"], "query")).rejects.toMatchObject({
      code: "AI_SERVICE_UNAVAILABLE",
      message: expect.stringContaining(`${embedder.id} cannot be reached`),
    });
  });
});

describe("a server that misbehaves", () => {
  const openAgainst = async (reply: Reply, timeout = "5000") => {
    const server = await startHttpServer(() => reply);
    const standIn = await providerStandIns.google(silent);
    const config = standIn.config({ GOOGLE_BASE_URL: server.url, RAPPORT_MODEL_TIMEOUT_MS: timeout });
    await standIn.close();
    return { server, embedder: openEmbedder("google:gemini-embedding-001@3", config) };
  };

  test.each<[string, Reply, string, boolean]>([
    ["too few vectors", { json: { embeddings: [] } }, "0 vectors", false],
    ["vectors of another length", { json: { embeddings: [{ values: [1, 2] }] } }, "1 vectors of 2", false],
    ["an unknown body", { json: { data: 1 } }, "gave no answer", false],
    ["HTTP 429", { status: 429, json: { error: { message: "slow down" } } }, "rate limit", true],
    ["HTTP 403", { status: 403, json: { error: { message: "no" } } }, "check GOOGLE_API_KEY", false],
    [
      "an invalid key as AI Studio says it",
      { status: 400, json: { error: { message: "API key not valid. Please pass a valid API key." } } },
      "check GOOGLE_API_KEY",
      false,
    ],
  ])("answers %s", async (_, reply, message, retryable) => {
    const { server, embedder } = await openAgainst(reply);
    await expect(embedder.embed(["x"], "query")).rejects.toMatchObject({
      code: "AI_SERVICE_UNAVAILABLE",
      message: expect.stringContaining(message),
      retryable,
    });
    await server.close();
  });

  test("hangs", async () => {
    const { server, embedder } = await openAgainst("hang", "200");
    await expect(embedder.embed(["x"], "query")).rejects.toThrow("within 200 ms");
    await vi.waitFor(() => expect(server.requests[0]?.abandoned).toBe(true));
    await server.close();
  });
});
