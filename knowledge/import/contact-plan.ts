import { AppError } from "#core/errors.ts";
import { chooseColumn, listed, valueList } from "./choose-column.ts";
import { type ContactField, contactColumns, contactFields, idNames } from "./contact-columns.ts";
import type { ImportOptions } from "./import-summary.ts";
import type { CsvOptions } from "./csv-table.ts";
import type { DateOrder } from "./date-cells.ts";
import { type SeenColumn, recognise, simplified } from "./known-columns.ts";
import { type OutcomeReader, type OutcomeWords, outcomeReader } from "./outcome-values.ts";

export interface ContactImportOptions extends ImportOptions, CsvOptions, OutcomeWords {
  /** The column that tells the rows apart, or "line" for the line of the file where a row starts (the header's is 1). */
  id?: string;
  /** Put before every id, to keep files apart that number their rows alike. */
  idPrefix?: string;
  /** The column that says how a lead ended; blank while it has not. */
  outcome?: string;
  outcomeDate?: string;
  /** The column that says when a lead came into being. */
  createdAt?: string;
  /** Field to column; a field may also be `custom.<name>`. Goes before recognition by name. */
  map?: Readonly<Record<string, string>>;
  /** Columns to leave out. */
  ignore?: string | readonly string[];
  dateFormat?: DateOrder;
}

/** What a column is for. */
export type Role = ContactField | "outcome" | "outcomeDate" | "ignored" | { custom: string };

/** How the rows of one file become contacts. */
export interface ContactPlan {
  columns: readonly (SeenColumn & { role: Role })[];
  /** Where a row's identity comes from; a row without it falls back on its email. */
  identity: "externalId" | "line" | "email";
  idPrefix: string;
  readOutcome: OutcomeReader | undefined;
  warnings: string[];
}

/**
 * Decides what every column is for: what the caller says first, then recognition by name and values, then custom fields.
 * @throws AppError VALIDATION_FAILED for options that name columns or fields that do not exist.
 */
export function planContacts(
  seen: readonly SeenColumn[],
  options: ContactImportOptions,
  isUnique: (column: string) => boolean,
): ContactPlan {
  const names = seen.map(({ profile }) => profile.name);
  const roles = explicitRoles(names, options);
  const warnings: string[] = [];
  const identity = chooseIdentity({ seen, names, roles, options, isUnique, warnings });
  recogniseOthers(seen, roles);
  const outcome = seen.find(({ profile }) => roles.get(profile.name) === "outcome");
  if (!outcome && (options.won ?? options.lost) !== undefined) {
    throw new AppError("VALIDATION_FAILED", "--won and --lost need --outcome COLUMN, the column that holds these values.");
  }
  checkDates(seen, roles);
  return {
    columns: seen.map((column) => ({ ...column, role: roles.get(column.profile.name) ?? { custom: column.profile.name } })),
    identity,
    idPrefix: options.idPrefix ?? "",
    readOutcome: outcome && outcomeReader(outcome.profile, options),
    warnings,
  };
}

type Roles = Map<string, Role>;

function explicitRoles(names: readonly string[], options: ContactImportOptions): Roles {
  const roles: Roles = new Map();
  const assign = (wanted: string, role: Role, option: string) => {
    const column = chooseColumn(names, wanted, option);
    const earlier = roles.get(column);
    if (earlier !== undefined && earlier !== role) {
      throw new AppError("VALIDATION_FAILED", `The column ${column} is named for two things; ${option} is one of them.`);
    }
    roles.set(column, role);
  };
  for (const [field, column] of Object.entries(options.map ?? {})) assign(column, toRole(field), `--map ${field}=`);
  if (options.outcome !== undefined) assign(options.outcome, "outcome", "--outcome");
  if (options.outcomeDate !== undefined) assign(options.outcomeDate, "outcomeDate", "--outcome-date");
  if (options.createdAt !== undefined) assign(options.createdAt, "createdAt", "--created-at");
  for (const column of valueList(options.ignore)) assign(column, "ignored", "--ignore");
  return roles;
}

function toRole(field: string): Role {
  if (field.startsWith("custom.") && field.length > 7) return { custom: field.slice(7) };
  const known = contactFields.find((name) => simplified(name) === simplified(field));
  if (known) return known;
  throw new AppError(
    "VALIDATION_FAILED",
    `--map ${field}= names no field of a contact. Fields: ${listed(contactFields)}, or custom.<name>.`,
  );
}

interface IdentityChoice {
  seen: readonly SeenColumn[];
  names: readonly string[];
  roles: Roles;
  options: ContactImportOptions;
  isUnique: (column: string) => boolean;
  warnings: string[];
}

function chooseIdentity({ seen, names, roles, options, isUnique, warnings }: IdentityChoice): ContactPlan["identity"] {
  if (options.id !== undefined) {
    if (options.id.trim().toLowerCase() === "line" && !names.includes(options.id.trim())) return "line";
    roles.set(chooseColumn(names, options.id, "--id"), "externalId");
    return "externalId";
  }
  if ([...roles.values()].includes("externalId")) return "externalId";
  const candidate = idNames
    .map((name) => seen.find(({ profile }) => simplified(profile.name) === name && !roles.has(profile.name)))
    .find((column) => column !== undefined);
  if (!candidate) return "email";
  const { name, filled, rows } = candidate.profile;
  if (filled === rows && rows > 0 && isUnique(name)) {
    roles.set(name, "externalId");
    return "externalId";
  }
  warnings.push(`The column ${name} is no id: some rows have none, or share one. Say --id ${name} to use it all the same.`);
  return "email";
}

function recogniseOthers(seen: readonly SeenColumn[], roles: Roles): void {
  const given = new Set([...roles.values()]);
  const splitName = given.has("firstName") || given.has("lastName");
  const wanted = contactColumns.filter(({ field }) => !given.has(field) && !(field === "name" && splitName));
  const found = recognise(wanted, seen, new Set(roles.keys()));
  // A file with first and last names may have the full one beside them; it would say the same twice.
  if (found.has("firstName") || found.has("lastName")) found.delete("name");
  for (const [field, column] of found) roles.set(column, field);
}

function checkDates(seen: readonly SeenColumn[], roles: Roles): void {
  for (const { profile, type } of seen) {
    const role = roles.get(profile.name);
    if (role !== "createdAt" && role !== "outcomeDate" && role !== "lastContactDate") continue;
    if (type.note && profile.eitherFirst > 0) {
      throw new AppError(
        "VALIDATION_FAILED",
        `The dates of ${profile.name} can be read two ways (is 3/4 in March or in April?). Say --date-format dmy or mdy.`,
      );
    }
  }
}
