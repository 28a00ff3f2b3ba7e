import { contactStatus, type FieldValue } from "#core/domain/contact.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { ContactDraft } from "../crm/contact-draft.ts";
import type { ContactPlan, ContactRole } from "./contact-plan.ts";
import type { BadRow, Row } from "./csv-records.ts";
import { parseDate } from "./date-cells.ts";
import { isEmptyCell } from "./empty-cells.ts";
import { toEmail } from "./identity-cells.ts";
import { isLost, toValue } from "./infer-type.ts";
import { rowHash } from "./row-hash.ts";

/** Makes the function that turns rows into contacts ready to be stored, or says what is wrong with them. */
export function contactReader(plan: ContactPlan): (row: Row) => ContactDraft | BadRow {
  const settings = JSON.stringify([
    plan.identity,
    plan.columns.map(({ role, type, profile }) => [role, type, profile.name]),
  ]);
  const used = plan.columns.flatMap(({ role }, index) => (role === "ignored" ? [] : [index]));
  const readers = plan.columns.map((column) => cellReader(plan, column));
  return (row) => {
    const hash = rowHash(
      settings,
      used.map((index) => row.cells[index] ?? ""),
    );
    const draft: Partial = {
      line: row.line,
      externalId: null,
      email: null,
      hash,
      createdAt: null,
      fields: {},
      outcome: undefined,
    };
    let outcomeAt: string | null = null;
    for (const index of used) {
      const problem = readers[index]?.(draft, row.cells[index] ?? "");
      if (typeof problem === "string")
        return { line: row.line, reason: problem, column: plan.columns[index]?.profile.name };
      if (problem) outcomeAt = problem.outcomeAt;
    }
    if (plan.identity === "line") draft.externalId = `${plan.idPrefix}${row.line}`;
    if (draft.externalId === null && draft.email === null)
      return { line: row.line, reason: missingIdentity(plan) };
    if (draft.externalId !== null) draft.fields.externalId = draft.externalId;
    return { ...draft, outcome: draft.outcome && { result: draft.outcome, at: outcomeAt } };
  };
}

type Partial = Omit<ContactDraft, "outcome"> & { outcome: OutcomeResult | null | undefined };

/** Puts a cell into the draft; a text is what is wrong with it. */
type CellReader = (draft: Partial, cell: string) => string | { outcomeAt: string } | undefined;

function cellReader(plan: ContactPlan, column: ContactPlan["columns"][number]): CellReader {
  const { role, profile, type } = column;
  if (typeof role === "object") {
    const key = `custom.${role.free}`;
    const value = remembered((cell) => toValue(cell, type));
    return (draft, cell) => {
      const read = value(cell);
      // A file that changed between its two readings may hold what its column's type does not.
      draft.fields[key] = isLost(cell, read) ? cell : read;
      return undefined;
    };
  }
  return knownReader(plan, { role, name: profile.name, order: type.order });
}

interface KnownCell {
  role: Exclude<ContactRole, object>;
  name: string;
  order: ContactPlan["columns"][number]["type"]["order"];
}

function knownReader(plan: ContactPlan, { role, name, order }: KnownCell): CellReader {
  switch (role) {
    case "ignored":
      return () => undefined;
    case "externalId":
      return (draft, cell) => {
        draft.externalId = isEmptyCell(cell) ? null : plan.idPrefix + cell;
        return undefined;
      };
    case "email":
      return readEmail(name);
    case "name":
      return readFullName;
    case "status":
      return readStatus;
    case "outcome":
      return readOutcome(plan);
    case "outcomeDate":
    case "createdAt":
    case "lastContactDate":
      return readMoment(role, order);
    default:
      return (draft, cell) => {
        draft.fields[role] = textOrNull(cell);
        return undefined;
      };
  }
}

/** An address that is none is kept as a custom field of a row that has an id: nothing is lost. */
function readEmail(name: string): CellReader {
  return (draft, cell) => {
    const address = isEmptyCell(cell) ? undefined : toEmail(cell);
    draft.email = address ?? null;
    draft.fields.email = draft.email;
    if (!address && !isEmptyCell(cell)) draft.fields[`custom.${name}`] = cell;
    return undefined;
  };
}

const readFullName: CellReader = (draft, cell) => {
  const full = isEmptyCell(cell) ? "" : cell.replace(/\s+/g, " ");
  const [family, given] = full.split(/, ?/, 2);
  const cut = full.lastIndexOf(" ");
  const [first, last] = given
    ? [given, family]
    : cut < 0
      ? [full, ""]
      : [full.slice(0, cut), full.slice(cut + 1)];
  draft.fields.firstName = first || null;
  draft.fields.lastName = last || null;
  return undefined;
};

const readStatus: CellReader = (draft, cell) => {
  if (isEmptyCell(cell)) return undefined;
  const status = contactStatus.safeParse(cell.toUpperCase());
  if (!status.success)
    return `${quoted(cell)} is no status of a contact. Statuses: ${contactStatus.options.join(", ")}.`;
  draft.fields.status = status.data;
  return undefined;
};

function readOutcome(plan: ContactPlan): CellReader {
  return (draft, cell) => {
    draft.outcome = plan.readOutcome?.(cell) ?? null;
    return undefined;
  };
}

function readMoment(
  role: "outcomeDate" | "createdAt" | "lastContactDate",
  order: KnownCell["order"],
): CellReader {
  return (draft, cell) => {
    if (isEmptyCell(cell)) return undefined;
    const iso = parseDate(cell, order)?.at.toISOString();
    if (!iso) return `${quoted(cell)} is no date. Write 2024-05-31, or say --date-format dmy or mdy.`;
    if (role === "outcomeDate") return { outcomeAt: iso };
    if (role === "createdAt") draft.createdAt = iso;
    else draft.fields.lastContactDate = iso;
    return undefined;
  };
}

function missingIdentity(plan: ContactPlan): string {
  return plan.identity === "externalId"
    ? "The row has neither an id nor a valid email. Fill in one of them, or say --id line."
    : "The row has no valid email to know it by. Say --id COLUMN or --id line.";
}

function textOrNull(cell: string): FieldValue {
  return isEmptyCell(cell) ? null : cell;
}

function quoted(cell: string): string {
  return JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
}

/** Most columns repeat few values: the last thousand are not read again. */
function remembered<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const value = read(cell);
    if (known.size < 1_000 && cell.length <= 100) known.set(cell, value);
    return value;
  };
}
