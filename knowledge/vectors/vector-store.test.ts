import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { pgvectorStore } from "./pgvector-store.ts";
import { pineconeStore } from "./pinecone-store.ts";
import { addPassages } from "./test-passages.ts";
import { type PineconeStandIn, startPinecone } from "./test-pinecone.ts";
import type { StoredVector, VectorSpace, VectorStore } from "./vector-store.ts";

const dimensions = 8;
const count = 60;

/** Like random, and the same on every run. */
const vectorOf = (seed: number): Float32Array => {
  const values = Float32Array.from({ length: dimensions }, (_, at) => Math.sin(seed * 12.9898 + at * 78.233));
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
};
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const stored = (no: number, vector = vectorOf(no)): StoredVector => {
  return { no, vector, contactId: null, conversationId: null, channel: "EMAIL", kind: "message", at: 0 };
};
const numbers = Array.from({ length: count }, (_, no) => no);
const query = vectorOf(1_000);
const byCosine = numbers.toSorted((a, b) => cosine(query, vectorOf(b)) - cosine(query, vectorOf(a)));

let pinecone: PineconeStandIn;
beforeAll(async () => {
  pinecone = await startPinecone();
});
afterAll(() => pinecone.close());

const stores: [string, () => VectorStore][] = [
  ["pgvector", () => pgvectorStore(testDatabase())],
  [
    "pinecone",
    () => pineconeStore({ apiKey: pinecone.apiKey, index: "contract", baseUrl: pinecone.url, pauseMs: 1 }),
  ],
];

describe.each(stores)("%s", (_, open) => {
  let store: VectorStore;
  let space: VectorSpace;
  const spaceOf = ({ tenant }: Principal, embedder = "test:hashed@8"): VectorSpace => {
    return { tenantId: tenant.id, embedder, dimensions };
  };
  const workspace = async () => {
    const principal = await freshWorkspace();
    await addPassages(principal, new Map(numbers.map((no) => [no, `text ${no}`])));
    return principal;
  };
  const found = async (limit: number, only?: number[], where = space) =>
    (await store.search(where, { vector: query, limit, ...(only ? { only } : {}) })).map(({ no }) => no);

  beforeEach(async () => {
    store = open();
    space = spaceOf(await workspace());
    await store.upsert(
      space,
      numbers.map((no) => stored(no)),
    );
    await store.optimise(space, count);
  });

  test("finds the nearest by cosine, nearest first", async () => {
    const matches = await store.search(space, { vector: query, limit: 10 });
    expect(matches.map(({ no }) => no)).toEqual(byCosine.slice(0, 10));
    for (const { no, similarity } of matches) expect(similarity).toBeCloseTo(cosine(query, vectorOf(no)), 5);
    expect(await found(1_000)).toEqual(byCosine);
  });

  test("finds only chosen passages", async () => {
    const chosen = byCosine.slice(20, 25);
    expect(await found(3, [...chosen, 999])).toEqual(chosen.slice(0, 3));
    expect(await found(3, [])).toEqual([]);
    const many = [...chosen, ...Array.from({ length: 1_200 }, (_, at) => 5_000 + at)];
    expect(await found(10, many)).toEqual(chosen);
  });

  test("overwrites by number", async () => {
    await store.upsert(space, [stored(byCosine.at(-1) ?? 0, query)]);
    expect((await found(1_000)).slice(0, 2)).toEqual([byCosine.at(-1), byCosine[0]]);
    expect(await found(1_000)).toHaveLength(count);
  });

  test("removes passages, and is indifferent to those it does not have", async () => {
    await store.remove(space, [byCosine[0] ?? -1, 7_777]);
    await store.remove(space, []);
    expect(await found(1)).toEqual([byCosine[1]]);
  });

  test("keeps tenants and embedders apart, with the same numbers", async () => {
    const others = [spaceOf(await workspace()), { ...space, embedder: "test:other@8" }];
    for (const other of others) {
      expect(await found(5, undefined, other)).toEqual([]);
      await store.upsert(other, [stored(byCosine[40] ?? 0, query)]);
    }
    expect(await found(1)).toEqual([byCosine[0]]);
    for (const other of others) {
      await store.remove(other, [byCosine[0] ?? 0]);
      await store.drop(other);
      expect(await found(5, undefined, other)).toEqual([]);
    }
    expect(await found(1_000)).toEqual(byCosine);
  });

  test("drops what it has, and what it never had", async () => {
    await store.drop(space);
    expect(await found(5)).toEqual([]);
    await store.drop(spaceOf(await freshWorkspace()));
    await store.remove(spaceOf(await freshWorkspace()), [1]);
  });

  test("refuses vectors of another length and takes none at all", async () => {
    await store.upsert(space, []);
    const wrong = new Float32Array(9).fill(1);
    const message = expect.stringContaining("name the dimensions");
    await expect(store.upsert(space, [stored(1, wrong)])).rejects.toMatchObject({
      code: "VALIDATION_FAILED",
      message,
    });
    await expect(store.search(space, { vector: wrong, limit: 1 })).rejects.toMatchObject({ message });
  });

  test("heeds the signal", async () => {
    const signal = AbortSignal.abort();
    await expect(store.upsert(space, [stored(1)], signal)).rejects.toThrow(/abort|cancel/);
    await expect(store.search(space, { vector: query, limit: 1 }, { signal })).rejects.toThrow(
      /abort|cancel/,
    );
  });
});
