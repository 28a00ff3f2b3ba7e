import type { CompanyDraft } from "../crm/save-companies.ts";
import type { CompanyField } from "./company-columns.ts";
import type { BadRow, Row } from "./csv-records.ts";
import { isEmptyCell } from "./empty-cells.ts";
import { toValue } from "./infer-type.ts";
import type { RoleColumn } from "./roles.ts";
import { rowHash } from "./row-hash.ts";

/** Makes the function that turns rows into companies ready to be stored, or says what is wrong with them. */
export function companyReader(
  columns: readonly RoleColumn<CompanyField>[],
): (row: Row) => CompanyDraft | BadRow {
  const settings = JSON.stringify(columns.map(({ role, type, profile }) => [role, type, profile.name]));
  return (row) => {
    const draft: CompanyDraft = {
      line: row.line,
      externalId: null,
      name: "",
      hash: rowHash(
        settings,
        row.cells.filter((_, index) => columns[index]?.role !== "ignored"),
      ),
      fields: {},
      customFields: {},
    };
    for (const [index, column] of columns.entries()) place(draft, column, row.cells[index] ?? "");
    if (draft.name) return draft;
    const column = columns.find(({ role }) => role === "name")?.profile.name;
    return { line: row.line, reason: "The company has no name. Fill it in.", column };
  };
}

function place(draft: CompanyDraft, { role, type }: RoleColumn<CompanyField>, cell: string): void {
  const text = isEmptyCell(cell) ? null : cell;
  if (typeof role === "object") draft.customFields[role.free] = toValue(cell, type);
  else if (role === "name") draft.name = text ?? "";
  else if (role === "externalId") draft.externalId = text;
  else if (role === "domain") draft.fields.domain = text && toDomain(text);
  else if (role === "industry") draft.fields.industry = text;
  else if (role === "employees") draft.fields.employees = toCount(toValue(cell, type));
}

function toDomain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/.*$/, "");
}

function toCount(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value < 2 ** 31 ? Math.round(value) : null;
}
