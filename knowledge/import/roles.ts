import { AppError } from "#core/errors.ts";
import { chooseColumn, listed, valueList } from "./choose-column.ts";
import { type KnownColumn, recognise, type SeenColumn, simplified } from "./known-columns.ts";

/** What a column is for: a known field, nothing, or a field of its own. */
export type Role<Field extends string> = Field | "ignored" | { free: string };
export type Roles<Field extends string> = Map<string, Role<Field>>;

export interface RoleOptions {
  /** Field to column; a free field is named with its prefix ("custom.region"). Goes before recognition by name. */
  map?: Readonly<Record<string, string>>;
  /** Columns to leave out; a list or separated by commas. */
  ignore?: string | readonly string[];
}

export interface Entity<Field extends string> {
  fields: readonly Field[];
  known: readonly KnownColumn<Field>[];
  /** Of the names of free fields: "custom." or "metadata.". */
  prefix: string;
}

/** A column named by an option of its own, such as --outcome. */
export interface NamedColumn<Field extends string> {
  field: Field;
  column: string | undefined;
  option: string;
}

/**
 * The roles that the caller gives to columns.
 * @throws AppError VALIDATION_FAILED for columns and fields that do not exist, and columns named for two things.
 */
export function explicitRoles<Field extends string>(
  columns: readonly string[],
  entity: Entity<Field>,
  options: RoleOptions & { named?: readonly NamedColumn<Field>[] },
): Roles<Field> {
  const roles: Roles<Field> = new Map();
  const assign = (wanted: string, role: Role<Field>, option: string) => {
    const column = chooseColumn(columns, wanted, option);
    const earlier = roles.get(column);
    if (earlier !== undefined && earlier !== role) {
      throw new AppError(
        "VALIDATION_FAILED",
        `The column ${column} is named for two things; ${option} is one of them.`,
      );
    }
    roles.set(column, role);
  };
  for (const [field, column] of Object.entries(options.map ?? {}))
    assign(column, toRole(field, entity), `--map ${field}=`);
  for (const { field, column, option } of options.named ?? [])
    if (column !== undefined) assign(column, field, option);
  for (const column of valueList(options.ignore)) assign(column, "ignored", "--ignore");
  return roles;
}

/** Adds the roles of columns that are recognised by name and values; a field that has a column is left alone. */
export function addRecognised<Field extends string>(
  seen: readonly SeenColumn[],
  { known }: Pick<Entity<Field>, "known">,
  roles: Roles<Field>,
): void {
  const given = new Set([...roles.values()]);
  const found = recognise(
    known.filter(({ field }) => !given.has(field)),
    seen,
    new Set(roles.keys()),
  );
  for (const [field, column] of found) roles.set(column, field);
}

/** Every column with its role; a column without one becomes a free field of its own name. */
export function withRoles<Field extends string>(
  seen: readonly SeenColumn[],
  roles: Roles<Field>,
): RoleColumn<Field>[] {
  return seen.map((column) => ({
    ...column,
    role: roles.get(column.profile.name) ?? { free: column.profile.name },
  }));
}

export type RoleColumn<Field extends string> = SeenColumn & { role: Role<Field> };

function toRole<Field extends string>(field: string, { fields, prefix }: Entity<Field>): Role<Field> {
  if (field.startsWith(prefix) && field.length > prefix.length) return { free: field.slice(prefix.length) };
  const known = fields.find((name) => simplified(name) === simplified(field));
  if (known !== undefined) return known;
  throw new AppError(
    "VALIDATION_FAILED",
    `--map ${field}= names no field. Fields: ${listed(fields)}, or ${prefix}<name>.`,
  );
}
