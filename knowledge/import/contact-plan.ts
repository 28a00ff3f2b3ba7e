import { AppError } from "#core/errors.ts";
import { chooseColumn } from "./choose-column.ts";
import { type ContactField, contactColumns, contactFields, idNames } from "./contact-columns.ts";
import type { CsvOptions } from "./csv-table.ts";
import type { DateOrder } from "./date-cells.ts";
import type { ImportOptions } from "./import-summary.ts";
import { type SeenColumn, simplified } from "./known-columns.ts";
import { type OutcomeReader, type OutcomeWords, outcomeReader, unlistedOutcomes } from "./outcome-values.ts";
import {
  addRecognised,
  type Entity,
  explicitRoles,
  type Role,
  type RoleColumn,
  type RoleOptions,
  type Roles,
  withRoles,
} from "./roles.ts";

export interface ContactImportOptions extends ImportOptions, CsvOptions, OutcomeWords, RoleOptions {
  /** The column that tells the rows apart, or "line" for the line of the file where a row starts (the header's is 1). */
  id?: string;
  /** Put before every id, to keep files apart that number their rows alike. */
  idPrefix?: string;
  /** The column that says how a lead ended; blank while it has not. */
  outcome?: string;
  outcomeDate?: string;
  /** The column that says when a lead came into being. */
  createdAt?: string;
  dateFormat?: DateOrder;
}

type Field = ContactField | "outcome" | "outcomeDate";
export type ContactRole = Role<Field>;

const contactEntity: Entity<Field> = {
  fields: [...contactFields, "outcome", "outcomeDate"],
  known: contactColumns,
  prefix: "custom.",
};

/** How the rows of one file become contacts. */
export interface ContactPlan {
  columns: readonly RoleColumn<Field>[];
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
  const roles = explicitRoles(names, contactEntity, {
    ...options,
    named: [
      { field: "outcome", column: options.outcome, option: "--outcome" },
      { field: "outcomeDate", column: options.outcomeDate, option: "--outcome-date" },
      { field: "createdAt", column: options.createdAt, option: "--created-at" },
    ],
  });
  const warnings: string[] = [];
  const identity = chooseIdentity({ seen, names, roles, options, isUnique, warnings });
  recogniseOthers(seen, roles);
  const outcome = seen.find(({ profile }) => roles.get(profile.name) === "outcome");
  if (!outcome && (options.won ?? options.lost) !== undefined) {
    throw new AppError(
      "VALIDATION_FAILED",
      "--won and --lost need --outcome COLUMN, the column that holds these values.",
    );
  }
  checkDates(seen, roles);
  if (outcome) warnings.push(...unlistedOutcomes(outcome.profile, options));
  return {
    columns: withRoles(seen, roles),
    identity,
    idPrefix: options.idPrefix ?? "",
    readOutcome: outcome && outcomeReader(outcome.profile, options),
    warnings,
  };
}

interface IdentityChoice {
  seen: readonly SeenColumn[];
  names: readonly string[];
  roles: Roles<Field>;
  options: ContactImportOptions;
  isUnique: (column: string) => boolean;
  warnings: string[];
}

function chooseIdentity({
  seen,
  names,
  roles,
  options,
  isUnique,
  warnings,
}: IdentityChoice): ContactPlan["identity"] {
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
  warnings.push(
    `The column ${name} is no id: some rows have none, or share one. Say --id ${name} to use it all the same.`,
  );
  return "email";
}

function recogniseOthers(seen: readonly SeenColumn[], roles: Roles<Field>): void {
  addRecognised(seen, { known: contactColumns.filter(({ field }) => field !== "name") }, roles);
  // A file with first and last names may have the full one beside them; it would say the same twice.
  const split = [...roles.values()].some((role) => role === "firstName" || role === "lastName");
  if (!split) addRecognised(seen, { known: contactColumns.filter(({ field }) => field === "name") }, roles);
}

function checkDates(seen: readonly SeenColumn[], roles: Roles<Field>): void {
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
