import { expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { datasets, loadTable } from "../datasets.ts";
import { floors } from "./lead-table-floors.ts";
import { measureLeadTable } from "./measure-lead-table.ts";

const absent = reasonForAbsence();

test("scores of bank_additional's test rows are as good as promised, and every row's factors add up", async ({
  skip,
}) => {
  if (absent) skip(absent);
  const measured = await measureLeadTable(datasets.bank_additional);
  expect(measured.auc).toBeGreaterThanOrEqual(floors.auc);
  expect(measured.logLoss).toBeLessThanOrEqual(floors.logLoss);
  expect(measured.ece15).toBeLessThanOrEqual(floors.ece15);
  expect(measured.factorGap).toBeLessThanOrEqual(floors.factorGap);
});

/** Says where the table is missing and where to get it; undefined when it is there. */
function reasonForAbsence(): string | undefined {
  try {
    loadTable(datasets.bank_additional);
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return error.message;
    throw error;
  }
}
