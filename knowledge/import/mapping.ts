import type { FieldType } from "#core/domain/contact.ts";
import type { ColumnMapping } from "./import-summary.ts";
import type { RoleColumn } from "./roles.ts";

/** How columns are used, for people. */
export function describeColumns(columns: readonly RoleColumn<string>[], prefix: string): ColumnMapping[] {
  return columns.map(({ profile, type, role }) => ({
    column: profile.name,
    field: typeof role === "object" ? `${prefix}${role.free}` : role,
    type: type.type,
    examples: [...profile.distinct.keys()]
      .slice(0, 3)
      .map((value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)),
    note: type.note,
  }));
}

/** The types of the free fields in a mapping, by their names without the prefix. */
export function freeFields(mapping: readonly ColumnMapping[], prefix: string): Map<string, FieldType> {
  const free = mapping.filter(({ field }) => field.startsWith(prefix));
  return new Map(free.map(({ field, type }) => [field.slice(prefix.length), type]));
}
