import { z } from "zod";
import { type Def, defOf, innerOf } from "./schema-parts.ts";

/**
 * The same schema with its objects' keys in camelCase. The keys of records and of free fields are data and stay as they are.
 * @param strict refuses keys that the schema does not name, unless it takes free ones.
 */
export function camelSchema(schema: z.ZodType, { strict }: { strict: boolean }): z.ZodType {
  const def = defOf(schema);
  const inner = (part: z.ZodType) => camelSchema(part, { strict });
  if (def.shape) {
    const shape = Object.fromEntries(
      Object.entries(def.shape).map(([key, value]) => [toCamelKey(key), inner(value)]),
    );
    return replaced(schema, { shape, ...(strict && !def.catchall ? { catchall: z.never() } : {}) });
  }
  if (def.element) return replaced(schema, { element: inner(def.element) });
  if (def.valueType) return replaced(schema, { valueType: inner(def.valueType) });
  if (def.options) return replaced(schema, { options: def.options.map(inner) });
  if (def.innerType) return replaced(schema, { innerType: inner(def.innerType) });
  return schema;
}

/** What callers sent, with the keys that a schema names, as the schema names them. */
export function fromCamel(schema: z.ZodType, value: unknown): unknown {
  return renamed(schema, value, {
    rename: (key) => [toCamelKey(key), key],
    fits: (option, each) => option.safeParse(fromCamel(option, each)).success,
  });
}

/** What a schema describes, with its keys in camelCase. */
export function toCamel(schema: z.ZodType, value: unknown): unknown {
  return renamed(schema, value, {
    rename: (key) => [key, toCamelKey(key)],
    fits: (option, each) => option.safeParse(each).success,
  });
}

/** `lead_score` → `leadScore`. */
export function toCamelKey(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

interface Renaming {
  rename(schemaKey: string): [from: string, to: string];
  /** Whether a union's option is the one that a value is about. */
  fits(option: z.ZodType, value: unknown): boolean;
}

function renamed(schema: z.ZodType, value: unknown, renaming: Renaming): unknown {
  if (value === null || typeof value !== "object") return value;
  const { shape, element, valueType, options, ...def } = defOf(schema);
  if (Array.isArray(value)) {
    if (element) return value.map((each) => renamed(element, each, renaming));
  } else if (shape) {
    return renamedObject(shape, value, renaming);
  } else if (valueType) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, each]) => [key, renamed(valueType, each, renaming)]));
  }
  const next = options ? options.find((option) => renaming.fits(option, value)) : innerOf(def);
  return next ? renamed(next, value, renaming) : value;
}

function renamedObject(shape: Record<string, z.ZodType>, value: object, renaming: Renaming) {
  const known = new Map(
    Object.entries(shape).map(([key, part]) => {
      const [from, to] = renaming.rename(key);
      return [from, { to, part }];
    }),
  );
  const entries = Object.entries(value).map(([key, each]) => {
    const found = known.get(key);
    return found ? [found.to, renamed(found.part, each, renaming)] : [key, each];
  });
  return Object.fromEntries(entries);
}

function replaced(schema: z.ZodType, change: Partial<Def>): z.ZodType {
  const def = { ...defOf(schema), ...change };
  return z.clone(schema, def as never, { parent: true } as never);
}
