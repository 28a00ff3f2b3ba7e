import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { SearchRequest } from "#core/retrieval.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { analyse } from "./analyse.ts";
import { readStatistics } from "./read-statistics.ts";
import { searchTerms } from "./search-terms.ts";
import { savePassages } from "./test-passages.ts";

type Query = Pick<SearchRequest, "text" | "history" | "expansion">;
type Options = { limit?: number; only?: ReadonlySet<number>; fuzzy?: boolean };

const database = testDatabase();

function save(principal: Principal, texts: Readonly<Record<number, string>>): Promise<void> {
  const passages = Object.entries(texts).map(([no, text]) => ({ no: Number(no), text }));
  return database.withTenant(principal.tenant.id, (tx) => savePassages(tx, principal, passages));
}

async function find(principal: Principal, query: Query | string, options: Options = {}): Promise<number[]> {
  const asked = typeof query === "string" ? { text: query } : query;
  const found = await database.readTenant(principal.tenant.id, async (tx) => {
    const statistics = await readStatistics(tx, principal);
    return searchTerms(tx, principal, asked, { statistics, limit: 10, ...options });
  });
  return found.map(({ no }) => no);
}

describe("among a few passages", () => {
  let us: Principal;
  let them: Principal;
  beforeAll(async () => {
    [us, them] = [await freshWorkspace(), await freshWorkspace()];
    await save(us, {
      0: "The invoice INV-20391 was sent to the customer",
      1: "Our customers asked about discounts for annual plans",
      2: "Können wir die Rechnungen per Post bekommen, und was kostet das?",
      3: "Cancellation is possible until noon",
      4: "Which discounts? Discounts for annual plans only",
    });
    await save(them, { 0: "A secret discount" });
  });

  test.each<[string, Query | string, number[], Options]>([
    ["stems", "discount for a plan", [4, 1], {}],
    ["an identifier however it is written", "inv 20391", [0], {}],
    ["an identifier without its hyphen", "INV20391", [0], {}],
    ["a word in another language than the question's", "send the rechnung", [2, 0], {}],
    ["a misspelled word", "cancelation", [3], {}],
    ["two letters wrong in a long word", "canselatian", [], {}],
    ["no misspelled word when that is not wanted", "cancelaton", [], { fuzzy: false }],
    ["no number that is nearly the same", "20392", [], {}],
    ["only what is allowed", "discounts", [1], { only: new Set([1, 3]) }],
    ["nothing when nothing is allowed", "discounts", [], { only: new Set() }],
    ["as many as wanted", "discounts", [4], { limit: 1 }],
    ["nothing for words that say nothing", "the of and", [], {}],
    [
      "a term that was added",
      { text: "how to stop", expansion: [{ term: "cancellation", weight: 0.5 }] },
      [3],
      {},
    ],
    [
      "the text before its history",
      { text: "invoice", history: ["discounts", "cancellation"] },
      [0, 3, 4, 1],
      {},
    ],
  ])("finds %s", async (_, query, expected, options) => {
    expect(await find(us, query, options)).toEqual(expected);
  });

  test("shows a tenant its own passages only", async () => {
    expect(await find(them, "secret discount invoice")).toEqual([0]);
    expect(await find(us, "secret")).toEqual([]);
  });

  test("takes any text", async () => {
    const texts = Array.from({ length: 10_000 }, (_, i) => garble(i));
    for (const text of texts) expect(analyse(text).tokens.every((token) => token.isWellFormed())).toBe(true);
    await database.readTenant(us.tenant.id, async (tx) => {
      const statistics = await readStatistics(tx, us);
      for (const text of texts.slice(0, 200)) {
        await searchTerms(
          tx,
          us,
          { text, history: [text], expansion: [{ term: text, weight: 2 }] },
          { statistics, limit: 5 },
        );
      }
    });
  });
});

test("finds what was saved in two batches, on both sides of a bucket's border, until it is deleted", async () => {
  const us = await freshWorkspace();
  await save(us, { 4000: "apples", 4095: "apples and pears" });
  await save(us, { 4096: "apples", 4097: "pears", 9000: "plums" });
  expect(await find(us, "apples")).toEqual([4_000, 4_096, 4_095]);
  await database.withTenant(us.tenant.id, (tx) =>
    tx.query("delete from passages where tenant_id = $1 and no in (4000, 4097)", [us.tenant.id]),
  );
  expect(await find(us, "apples pears")).toEqual([4_095, 4_096]);
});

const alphabet = [
  ..."aeiou  .,'\"%_\\@-/:&|!*()<>$1290{}",
  "\0",
  "\ud800",
  "\udc00",
  "ß",
  "é",
  "語",
  "ก",
  "😀",
  "ﬁ",
  "İ",
  "\u0301",
  "the ",
];

function garble(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: seed % 40 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[(state >>> 8) % alphabet.length];
  }).join("");
}
