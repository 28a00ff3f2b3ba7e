import { expect, test } from "vitest";
import { allHold, figureTable } from "../../report/figure-table.ts";
import { scoringCases } from "./cases.ts";
import { tableFloors } from "./floors.ts";
import { judgeTable } from "./judge-table.ts";
import { scoreInMemory } from "./score-in-memory.ts";

const name = "bank_additional without duration";
const { cases, absent } = scoringCases();
const bank = cases.find((one) => one.name === name);

test("scores of bank_additional's test rows are as good as promised, and every row's factors add up", {
  timeout: 300_000,
}, async ({ skip }) => {
  if (!bank) return skip(absent.find((reason) => reason.includes("bank_additional")));
  const result = judgeTable(name, await scoreInMemory(bank), bank.reference);
  const floors = tableFloors({ tables: [result] }).filter(
    (floor) => floor.name.startsWith(name) || floor.name.startsWith("factors"),
  );
  expect(floors).toHaveLength(4);
  expect(allHold(floors), figureTable(floors)).toBe(true);
});
