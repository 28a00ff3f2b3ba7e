import type { z } from "zod";
import { type Def, defOf, innerOf } from "./schema-parts.ts";

/**
 * The parameters of a query as the values that its schema is about: numbers, true and false, lists (repeated, or with commas
 * between). What is none of these stays as it is, so that the schema refuses it by name.
 */
export function readQuery(schema: z.ZodObject, query: URLSearchParams): Record<string, unknown> {
  const names = [...new Set(query.keys())];
  const shape: Record<string, z.ZodType> = schema.shape;
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name);
      const part = Object.hasOwn(shape, name) ? shape[name] : undefined;
      if (!part) return [name, values[0]];
      const def = plain(part);
      if (def.type === "array") return [name, values.flatMap((value) => value.split(",")).filter(Boolean)];
      return [name, values.length > 1 ? values : read(def, values[0] ?? "")];
    }),
  );
}

function read({ type }: Def, value: string): unknown {
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  if (type === "number" && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return value;
}

function plain(schema: z.ZodType): Def {
  const def = defOf(schema);
  const inner = innerOf(def);
  return inner ? plain(inner) : def;
}
