import type { z } from "zod";

/** The parts of a schema's definition that other schemas stand in. */
export interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  innerType?: z.ZodType;
  in?: z.ZodType;
}

export function defOf(schema: z.ZodType): Def {
  return schema._zod.def as unknown as Def;
}

/** What an optional, nullable, defaulted or transformed schema is about. */
export function innerOf(def: Def): z.ZodType | undefined {
  return def.innerType ?? def.in;
}
