import type { FieldValue } from "#core/domain/contact.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";
import { isWon, type Table, type TableRow } from "./datasets.ts";
import { leadOf } from "./lead-of.ts";

/** A table's rows as leads in memory, with the part that each belongs to. Numbers are numbers, all else is text. */
export function tableLeads(
  table: Table,
  ignore: readonly string[],
): { split: TableRow["split"]; lead: LabelledLead }[] {
  const left = new Set([table.outcome.column, ...(table.id ? [table.id] : []), ...ignore]);
  return table.rows.map((row, place) => ({
    split: row.split,
    lead: leadOf({ key: `${table.name}:${place}`, fields: fieldsOf(row, left), won: isWon(table, row) }),
  }));
}

function fieldsOf({ values }: TableRow, left: ReadonlySet<string>): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [name, text] of Object.entries(values)) {
    if (left.has(name)) continue;
    const number = Number(text);
    fields[name] = text === "" ? null : Number.isNaN(number) ? text : number;
  }
  return fields;
}
