import { afterEach, expect, test } from "vitest";
import { pineconeStore } from "./pinecone-store.ts";
import { type PineconeStandIn, startPinecone } from "./test-pinecone.ts";
import type { StoredVector } from "./vector-store.ts";

const space = { tenantId: "00000000-0000-4000-8000-000000000000", embedder: "test:hashed@3", dimensions: 3 };
const vector = Float32Array.of(0, 0.6, 0.8);
const stored = (no: number): StoredVector => {
  return { no, vector, contactId: null, conversationId: "c", channel: null, kind: "call", at: 1 };
};

let pinecone: PineconeStandIn;
const open = async (options: Parameters<typeof startPinecone>[0] = {}, more = {}) => {
  pinecone = await startPinecone(options);
  return pineconeStore({
    apiKey: pinecone.apiKey,
    index: "rapport",
    baseUrl: pinecone.url,
    pauseMs: 5,
    ...more,
  });
};
const times = (request: string) => pinecone.requests.filter((each) => each.endsWith(request)).length;
afterEach(() => pinecone.close());

test("makes the index once and waits until it is ready", async () => {
  const store = await open({ madeInMs: 40 });
  await store.upsert(space, [stored(1)]);
  await store.upsert(space, [stored(2)]);
  expect(times("POST /indexes")).toBe(1);
  expect(pinecone.state.indexes.get("rapport")?.definition).toMatchObject({
    deployment: { deployment_type: "managed" },
    schema: { fields: { _values: { dimension: 3, metric: "cosine" } } },
  });
});

test("takes an index that another process is just making", async () => {
  const store = await open({ madeInMs: 20 });
  const other = pineconeStore({
    apiKey: pinecone.apiKey,
    index: "rapport",
    baseUrl: pinecone.url,
    pauseMs: 5,
  });
  await Promise.all([store.upsert(space, [stored(1)]), other.upsert(space, [stored(2)])]);
  await expect(store.search(space, { vector, limit: 5 })).resolves.toHaveLength(2);
});

test("sends large loads in batches that Pinecone takes", async () => {
  const store = await open();
  await store.upsert(
    space,
    Array.from({ length: 450 }, (_, no) => stored(no)),
  );
  expect(times("/vectors/upsert")).toBe(3);
  const wide = { ...space, embedder: "test:wide@2000", dimensions: 2_000 };
  const long = new Float32Array(2_000).fill(0.0223607);
  const other = pineconeStore({ apiKey: pinecone.apiKey, index: "wide", baseUrl: pinecone.url });
  await other.upsert(
    wide,
    Array.from({ length: 150 }, (_, no) => ({ ...stored(no), vector: long })),
  );
  expect(times("/vectors/upsert")).toBe(5);
  await store.remove(
    space,
    Array.from({ length: 1_500 }, (_, no) => no),
  );
  expect(times("/vectors/delete")).toBe(2);
  await expect(store.search(space, { vector, limit: 5 })).resolves.toEqual([]);
});

test("waits until what was written is found", async () => {
  const store = await open({ lagMs: 150 });
  await store.upsert(space, [stored(1)]);
  await store.upsert(space, [stored(2)]);
  await expect(store.search(space, { vector, limit: 5 })).resolves.toEqual([]);
  await store.optimise(space, 2);
  await expect(store.search(space, { vector, limit: 5 })).resolves.toHaveLength(2);
  expect(times("/describe_index_stats")).toBe(0);
});

test("stops waiting with the signal", async () => {
  const store = await open({ lagMs: 60_000 });
  await store.upsert(space, [stored(1)]);
  const waiting = store.optimise(space, 1, AbortSignal.timeout(30));
  await expect(waiting).rejects.toMatchObject({ code: "CANCELLED" });
});

test("counts where another process wrote", async () => {
  const store = await open({ lagMs: 150 });
  await store.upsert(space, [stored(1), stored(2)]);
  await pineconeStore({
    apiKey: pinecone.apiKey,
    index: "rapport",
    baseUrl: pinecone.url,
    pauseMs: 5,
  }).optimise(space, 2);
  await expect(store.search(space, { vector, limit: 5 })).resolves.toHaveLength(2);
  expect(times("/describe_index_stats")).toBeGreaterThan(1);
});

test.each([
  ["too many requests", { status: 429 }],
  ["a failing server", { status: 503 }],
  ["a lost connection", "cut" as const],
])("tries again after %s", async (_, fault) => {
  const store = await open();
  await store.upsert(space, [stored(1)]);
  pinecone.faults.push(fault, fault, fault);
  await store.upsert(space, [stored(2)]);
  pinecone.faults.push(fault);
  await expect(store.search(space, { vector, limit: 5 })).resolves.toHaveLength(2);
});

test("waits as long as Pinecone asks for", async () => {
  const store = await open({}, { pauseMs: 60_000 });
  await store.upsert(space, [stored(1)]);
  pinecone.faults.push({ status: 429, retryAfter: 0 });
  await store.upsert(space, [stored(2)]);
  expect(times("/vectors/upsert")).toBe(3);
});

test.each([
  ["a refused key", { status: 401 }, "check PINECONE_API_KEY", false],
  ["a plan without room", { status: 402 }, "raise the plan", false],
  [
    "a forbidden number of indexes",
    { status: 403, message: "reached the max serverless indexes" },
    "plan does not allow this",
    false,
  ],
  ["a used up quota", { status: 429, message: "monthly write units" }, "monthly quota", true],
  ["a lasting failure", { status: 500 }, "cannot be reached or fails", true],
  ["anything else", { status: 400, message: "secret words" }, "Check PINECONE_INDEX", false],
])("names the fix for %s", async (_, fault, message, retryable) => {
  const store = await open();
  await store.upsert(space, [stored(1)]);
  pinecone.faults.push(...Array.from({ length: 9 }, () => fault));
  const failure = store.search(space, { vector, limit: 5 });
  await expect(failure).rejects.toMatchObject({
    name: "AppError",
    message: expect.stringContaining(message),
    retryable,
  });
  await expect(failure).rejects.not.toThrow("secret words");
});

test("refuses an index of another dimension", async () => {
  const store = await open();
  await store.upsert(space, [stored(1)]);
  const wide = { ...space, embedder: "test:wide@4", dimensions: 4 };
  await expect(store.search(wide, { vector: new Float32Array(4).fill(0.5), limit: 1 })).rejects.toMatchObject(
    {
      code: "VALIDATION_FAILED",
      message: expect.stringMatching(/holds 3 dimensions.*needs 4.*PINECONE_INDEX/),
    },
  );
});

test("looks further when more passages are chosen than a filter may name", async () => {
  const store = await open();
  await store.upsert(
    space,
    Array.from({ length: 50 }, (_, no) => stored(no)),
  );
  await store.upsert(space, [{ ...stored(50), vector: Float32Array.of(1, 0, 0) }]);
  const only = Array.from({ length: 1_100 }, (_, at) => at + 50);
  await expect(store.search(space, { vector, limit: 2, only })).resolves.toEqual([{ no: 50, similarity: 0 }]);
});
