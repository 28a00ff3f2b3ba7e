import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { localEmbedder } from "../embeddings/local-embedder.ts";
import { pgvectorStore } from "../vectors/pgvector-store.ts";
import { openSpaces } from "../vectors/spaces.ts";
import { savePassages } from "./lexical/test-passages.ts";
import { openSearch } from "./search-passages.ts";
import { randomTexts } from "./test-random-text.ts";

const db = testDatabase();
const local = localEmbedder();
const embedded: string[] = [];
const embedder: typeof local = {
  ...local,
  embed: (texts, task, signal) => {
    if (task === "query") embedded.push(...texts);
    return local.embed(texts, task, signal);
  },
};
const spaces = openSpaces({ db, store: pgvectorStore(db), embedder });
const search = openSearch({ db, spaces });
let us: Principal;

beforeAll(async () => {
  us = await freshWorkspace();
  const passages = [
    { no: 0, text: "The loom of Müller & Söhne costs 40 dollars.", names: ["muller and sohne"] },
    { no: 1, text: "What does the shuttle cost?", names: ["hilltop inn"] },
    { no: 2, text: "Le métier à tisser coûte cher, 見積もり.", names: ["jose"] },
  ];
  await db.withTenant(us.tenant.id, async (tx) => {
    await savePassages(tx, us, passages);
    await tx.query("update passage_statistics set next_no = 3 where tenant_id = $1", [us.tenant.id]);
  });
  await spaces.embedPending(us);
});

test("finds by words and by vectors", async () => {
  const { hits, searched } = await search(us, { text: "what the loom costs", limit: 2 });
  expect(hits[0]).toMatchObject({ no: 0, ranks: { lexical: 1, vector: 1 } });
  expect(searched).toEqual({ passages: 3, embedder: local.id, pending: 0 });
});

describe("a name", () => {
  test.each(["Müller & Söhne", "MULLER AND SÖHNE", "Hilltop Inn", "hill-top inn", "José"])(
    "%s that is rightly written is not looked for otherwise",
    async (text) => {
      const { hits } = await search(us, { text: `what does ${text} pay`, limit: 3 });
      expect(hits.filter(({ ranks }) => ranks.name !== undefined)).toEqual([]);
    },
  );

  test("that is misspelled is looked for as it is written", async () => {
    const { hits } = await search(us, { text: "what does the loom of Muler and Sohne cost", limit: 1 });
    expect(hits[0]).toMatchObject({ no: 0, ranks: { name: 1 } });
  });
});

test.each([
  ["words", "loom ".repeat(200_000)],
  ["one word", "x".repeat(1_000_000)],
  ["emojis", "a".concat("😀".repeat(500_000))],
  ["accents", "\u0301\u0316".repeat(500_000)],
])("of a megabyte of %s the beginning is read", async (_what, text) => {
  embedded.length = 0;
  await search(us, { text, history: [text, "loom"], limit: 1 });
  const [read = ""] = embedded;
  expect(read.length).toBeLessThanOrEqual(40_100);
  expect(read.isWellFormed()).toBe(true);
});

test("several scopes of one text find what each finds by itself", async () => {
  const text = "what does the loom of Muler and Sohne cost";
  const filters = [{ kinds: ["article" as const] }, { kinds: ["note" as const] }, {}];
  const scopes = filters.map((filter, i) => ({ filter, limit: i + 1 }));
  const alone: unknown[] = [];
  for (const scope of scopes) alone.push(await search(us, { text, ...scope }));
  expect(await search.within(us, { text, scopes })).toEqual(alone);
  expect(new Set(alone.map((found) => JSON.stringify(found))).size).toBe(3);
});

describe("no text makes a search fail", () => {
  const next = randomTexts(7);
  const strange = ["", " ", "\n\t", "\0", "\ud800", "x".repeat(70_000), "?".repeat(70_000), "'", "\\", "%"];

  test("in all ways", async () => {
    for (const text of [...strange, ...Array.from({ length: 500 }, next)]) {
      const found = search(us, { text, limit: 5, diverse: true });
      await expect(found, JSON.stringify(text)).resolves.toMatchObject({ searched: { passages: 3 } });
    }
  }, 60_000);

  // What was said before is read as the text is: a dozen of strings at a time.
  test("by words, 9,600 times", async () => {
    const byWords = openSearch({ db, spaces, ways: { vector: false } });
    for (let left = 9_600; left > 0; left -= 12) {
      const [text = "", term = "", ...history] = Array.from({ length: 12 }, next);
      const found = byWords(us, { text, history, expansion: [{ term, weight: 1 }], limit: 5 });
      await expect(found, JSON.stringify([text, term, history])).resolves.toMatchObject({
        searched: { passages: 3 },
      });
    }
  }, 60_000);
});
