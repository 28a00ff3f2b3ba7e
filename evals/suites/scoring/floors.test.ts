import { expect, test } from "vitest";
import { verdictOf } from "../../report/figure-table.ts";
import { coverageFloors, shuffleFloors, tableFloors } from "./floors.ts";
import { judgeTable, type TableResult } from "./judge-table.ts";
import { scoredForTests } from "./test-scored.ts";

const made = judgeTable("made up", scoredForTests());

function verdict(result: TableResult, floor: string): string | undefined {
  const figure = tableFloors({ tables: [result] }).find(
    ({ name }) => name.startsWith(result.name) && name.includes(floor),
  );
  return figure && verdictOf(figure);
}

test("floors of absent tables are missing", () => {
  const floors = [...tableFloors({ tables: [] }), ...shuffleFloors({ shuffled: null })];
  expect(floors.length).toBeGreaterThan(15);
  expect(new Set(floors.map(verdictOf))).toEqual(new Set(["missing"]));
  expect(floors.map(({ target }) => target?.text)).not.toContain("≥ NaN");
});

test("a bank table is held against scikit-learn's figures and against chance", () => {
  const bank = { ...made, name: "bank_full without duration" };
  const good = { ...bank.metrics, auc: 0.813, logLoss: 0.272, ece15: 1.5 * bank.eceFloor.mean };
  expect(verdict({ ...bank, metrics: good }, "AUC")).toBe("holds");
  expect(verdict({ ...bank, metrics: { ...good, auc: 0.8129 } }, "AUC")).toBe("MISSED");
  expect(verdict({ ...bank, metrics: good }, "log loss")).toBe("holds");
  expect(verdict({ ...bank, metrics: { ...good, logLoss: 0.2721 } }, "log loss")).toBe("MISSED");
  expect(verdict({ ...bank, metrics: good }, "ECE15")).toBe("holds");
  expect(verdict({ ...bank, metrics: { ...good, ece15: 1.6 * bank.eceFloor.mean } }, "ECE15")).toBe("MISSED");
});

test("a table without signal must be called so, with every score near the base rate", () => {
  const maven = { ...made, name: "maven_crm without leaks", model: { ...made.model, baseRate: 0.63 } };
  const said = (found: boolean) => ({ ...made.findings, signal: { found, sentence: "" } });
  expect(verdict({ ...maven, findings: said(false) }, "no-signal")).toBe("holds");
  expect(verdict({ ...maven, findings: said(true) }, "no-signal")).toBe("MISSED");
  expect(verdict({ ...maven, range: [0.605, 0.655] }, "base rate")).toBe("holds");
  expect(verdict({ ...maven, range: [0.595, 0.63] }, "base rate")).toBe("MISSED");
});

test("leaks must be left out, not only named", () => {
  const found = (leftOut: boolean) => ({
    ...made.findings,
    fields: ["close_value", "deal_stage", "close_date"].map((field) => ({
      field,
      verdict: "leak" as const,
      leftOut,
      evidence: "",
    })),
  });
  const maven = { ...made, name: "maven_crm with leaks" };
  expect(verdict({ ...maven, findings: found(true) }, "left out")).toBe("holds");
  expect(verdict({ ...maven, findings: found(false) }, "left out")).toBe("MISSED");
});

test("intervals that hold too often miss the floor as well", () => {
  const coverage = (share: number) => [
    { shape: "a", family: "judging" as const, leads: 60, draws: [share], width: 0.1, kinds: {} },
    // The worlds that constants were set by do not count.
    { shape: "b", family: "design" as const, leads: 60, draws: [0.2], width: 0.1, kinds: {} },
  ];
  const verdicts = [0.86, 0.9, 0.99].map((share) =>
    coverageFloors({ coverage: coverage(share), resplits: null }).map(verdictOf),
  );
  expect(verdicts).toEqual([
    ["MISSED", "MISSED", "missing"],
    ["holds", "holds", "missing"],
    ["MISSED", "MISSED", "missing"],
  ]);
});
