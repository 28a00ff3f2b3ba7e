import type { FieldValue } from "#core/domain/contact.ts";
import { interactionType } from "#core/domain/interaction.ts";
import type { InteractionDraft } from "../crm/save-interactions.ts";
import type { BadRow, Row } from "./csv-records.ts";
import { type DateOrder, parseMoment } from "./date-cells.ts";
import { isEmptyCell } from "./empty-cells.ts";
import { toValue } from "./infer-type.ts";
import type { InteractionField } from "./interaction-columns.ts";
import { directionOf, kindOf } from "./interaction-labels.ts";
import { parseNumber } from "./number-cells.ts";
import { repeatFinder } from "./repeats.ts";
import type { RoleColumn } from "./roles.ts";
import { rowHash } from "./row-hash.ts";

export interface InteractionPlan {
  columns: readonly RoleColumn<InteractionField>[];
  /** Put before the id of a row. */
  idPrefix: string;
  /** Put before the contact's id, as it was when the contacts were imported. */
  contactPrefix: string;
  dateOrder: DateOrder | undefined;
  /** Whether the file has ids; otherwise a row is known by its content. */
  hasId: boolean;
}

/** Makes the function that turns rows into interactions ready to be stored, or says what is wrong with them. */
export function interactionReader(
  plan: InteractionPlan,
  nameOf: (row: Row) => string,
): (row: Row) => InteractionDraft | BadRow {
  const place = new Map(plan.columns.map(({ role }, index) => [role, index] as const));
  const cellOf = (row: Row, field: InteractionField): string => {
    const cell = row.cells[place.get(field) ?? -1] ?? "";
    return isEmptyCell(cell) ? "" : cell;
  };
  const settings = JSON.stringify([
    plan.contactPrefix,
    plan.columns.map(({ role, type, profile }) => [role, type, profile.name]),
  ]);
  return (row) => {
    const name = plan.hasId ? "" : nameOf(row);
    const id = plan.hasId ? cellOf(row, "id") : `line ${row.line}`;
    if (!id) return missing(plan, { row, field: "id" });
    const contact = cellOf(row, "contact");
    if (!contact) return missing(plan, { row, field: "contact" });
    const at = parseMoment(cellOf(row, "at"), plan.dateOrder);
    if (!at) return badDate(plan, row, cellOf(row, "at"));
    return {
      ...labels(row, cellOf),
      line: row.line,
      // Told with their kind: a row may not be taken for a message of a conversation.
      externalId: plan.hasId ? `id:${plan.idPrefix}${id}` : name,
      shownId: id,
      contact,
      contactPrefix: plan.contactPrefix,
      hash: rowHash(settings, row.cells),
      at: at.toISOString(),
      subject: cellOf(row, "subject") || null,
      content: cellOf(row, "content") || null,
      duration: parseNumber(cellOf(row, "duration"), "plain") ?? null,
      userId: cellOf(row, "user") || null,
      outcome: cellOf(row, "outcome") || null,
      sender: null,
      metadata: metadataOf(plan, row, cellOf),
    };
  };
}

type CellOf = (row: Row, field: InteractionField) => string;

/** The type is what the type column says, else the channel's or the activity's; the label itself is kept. */
function labels(
  row: Row,
  cellOf: CellOf,
): Pick<InteractionDraft, "type" | "channel" | "activity" | "direction"> {
  const type = cellOf(row, "type");
  const channel = cellOf(row, "channel");
  const activity = cellOf(row, "activity");
  const kinds = [type, channel, activity].map(kindOf);
  return {
    type: kinds.find((kind) => kind.type)?.type ?? null,
    channel: kindOf(channel).channel ?? kinds.find((kind) => kind.channel)?.channel ?? null,
    // A word of the closed list is the type itself, not a label beside it.
    activity: activity || (interactionType.safeParse(type).success ? null : type || null),
    direction: directionOf(cellOf(row, "direction")),
  };
}

/** Free columns by name, and words of known columns that the closed lists do not hold: nothing is lost. */
function metadataOf(plan: InteractionPlan, row: Row, cellOf: CellOf): Record<string, FieldValue> {
  const metadata: Record<string, FieldValue> = {};
  plan.columns.forEach(({ role, type }, index) => {
    if (typeof role !== "object") return;
    const value = toValue(row.cells[index] ?? "", type);
    if (value !== null) metadata[role.free] = value;
  });
  for (const field of ["type", "channel", "direction"] as const) {
    const word = cellOf(row, field);
    if (word) metadata[field] = word;
  }
  return metadata;
}

interface Missing {
  row: Row;
  field: InteractionField;
}

function missing(plan: InteractionPlan, { row, field }: Missing): BadRow {
  const column = plan.columns.find(({ role }) => role === field)?.profile.name;
  return { line: row.line, reason: `The ${field} is blank. Fill it in.`, column };
}

function badDate(plan: InteractionPlan, row: Row, cell: string): BadRow {
  const column = plan.columns.find(({ role }) => role === "at")?.profile.name;
  const reason = cell
    ? `${JSON.stringify(cell.slice(0, 40))} is no date. Write 2024-05-31T14:05:00Z, or say --date-format dmy or mdy.`
    : "The date is blank. Fill it in.";
  return { line: row.line, reason, column };
}

/**
 * Names rows: by their id column or, without one, by their content and, among equal ones, their place in the file.
 * Importing the file again gives the same names, whichever columns are named and however they are ordered.
 * @param prefixes of ids and contacts: equal rows under another prefix are other rows.
 */
export function rowNames(
  columns: readonly string[],
  idColumn: string | undefined,
  prefixes: readonly string[] = [],
) {
  const id = idColumn === undefined ? -1 : columns.indexOf(idColumn);
  const order = columns
    .map((_, index) => index)
    .sort((a, b) => ((columns[a] ?? "") < (columns[b] ?? "") ? -1 : 1));
  const apart = prefixes.some(Boolean) ? [JSON.stringify(prefixes)] : [];
  const settings = [...order.map((index) => columns[index]), ...apart].join("\u001f");
  const contentOf = (row: Row) =>
    `row:${rowHash(
      settings,
      order.map((index) => row.cells[index] ?? ""),
    )}`;
  const repeats = repeatFinder(1_000_000);
  const met = new Map<string, number>();
  return {
    watch: (row: Row) => repeats.add(id < 0 ? contentOf(row) : (row.cells[id] ?? "")),
    /** Whether an id of the file may stand in several rows; names made from content never do. */
    mayRepeat: (shownId: string) => id >= 0 && repeats.candidates.has(shownId),
    /** To be called once a row, in the order of the file. */
    nameOf(row: Row): string {
      const name = contentOf(row);
      if (!repeats.candidates.has(name)) return name;
      const count = (met.get(name) ?? 0) + 1;
      met.set(name, count);
      return count === 1 ? name : `${name}:${count}`;
    },
  };
}
export type RowNames = ReturnType<typeof rowNames>;
