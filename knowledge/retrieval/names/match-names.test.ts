import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { readStatistics } from "../lexical/read-statistics.ts";
import { savePassages } from "../lexical/test-passages.ts";
import { matchNames } from "./match-names.ts";

const database = testDatabase();
const names = [
  "avalon hotel",
  "hilltop inn",
  "anna meier",
  "philips lighting",
  "harbor view hotel",
  "grand plaza hotel",
  "central hotel",
  "savings bank",
  "ibm",
  "jonathan price",
  "muller bau",
];

function match(principal: Principal, text: string, history?: readonly string[]) {
  return database.readTenant(principal.tenant.id, async (tx) => {
    const { names } = await readStatistics(tx, principal);
    return matchNames(tx, principal, { text, history, names });
  });
}

describe("among a tenant's names", () => {
  let us: Principal;
  beforeAll(async () => {
    us = await freshWorkspace();
    const passages = names.flatMap((name, i) => [
      { no: 2 * i, text: "What does it cost?", names: [name] },
      { no: 2 * i + 1, text: "The price is fair, and the hotel by the bank is open", names: [name, "acme"] },
    ]);
    await database.withTenant(us.tenant.id, async (tx) => {
      await savePassages(tx, us, passages.slice(0, 9));
      await savePassages(tx, us, passages.slice(9));
    });
  });

  test.each([
    ["is the Avalon Hotel open", "avalon hotel"],
    ["uh do the avalan hotel have parking", "avalon hotel"],
    ["does avalon have parking", "avalon hotel"],
    ["is there a hill top inn near", "hilltop inn"],
    ["please call Anna Mayer back", "anna meier"],
    ["an offer to Fillips Lighting", "philips lighting"],
    ["We met IBM.", "ibm"],
    ["die Firma Müller-Bau", "muller bau"],
  ])("hears in %j", async (text, name) => {
    expect((await match(us, text)).map((found) => found.name)).toEqual([name]);
  });

  test.each([
    "is there a hotel near the bank",
    "what is the price",
    "the ibn is not known",
    "we would like to renew the contract for another year, please send the documents by Friday",
    "",
    "😀 \ud800 \0 '",
  ])("hears nobody in %j", async (text) => {
    expect(await match(us, text)).toEqual([]);
  });

  test("puts the last mention first, and knows all its passages", async () => {
    const found = await match(us, "and the hilltop inn", [
      "what of harbor view hotel",
      "or the avalon hotel",
    ]);
    expect(found.map(({ name }) => name)).toEqual(["hilltop inn", "avalon hotel", "harbor view hotel"]);
    expect(found[0]?.passages).toEqual([2, 3]);
    expect(found[0]?.similarity).toBe(1);
    expect((await match(us, "acme"))[0]?.passages).toEqual(names.map((_, i) => 2 * i + 1));
  });

  test("is deaf to another tenant's names, and to those that went with their passages", async () => {
    const them = await freshWorkspace();
    expect(await match(them, "avalon hotel")).toEqual([]);
    await database.withTenant(them.tenant.id, async (tx) => {
      await savePassages(tx, them, [{ no: 0, text: "Hello", names: ["zenith works"] }]);
    });
    expect(await match(them, "zenith works")).toHaveLength(1);
    await database.withTenant(them.tenant.id, (tx) =>
      tx.query("delete from passages where tenant_id = $1", [them.tenant.id]),
    );
    expect(await match(them, "zenith works")).toEqual([]);
    await database.withTenant(them.tenant.id, async (tx) => {
      await savePassages(tx, them, [{ no: 1, text: "Hello", names: ["zenith works"] }]);
    });
    expect((await match(them, "zenith works"))[0]?.passages).toEqual([1]);
  });
});
