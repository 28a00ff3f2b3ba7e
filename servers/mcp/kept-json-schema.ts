import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import type { z } from "zod";

type Write = StandardSchemaWithJSON["~standard"]["jsonSchema"]["input"];

/**
 * The same schema, which writes its JSON Schema once. Over HTTP a server lives for one request and asks for it anew each time, and zod
 * needs longer to write one than most calls take. What is handed out is shared: nobody may change it.
 */
export function keptJsonSchema<T>(schema: z.ZodType<T>): StandardSchemaWithJSON<unknown, T> {
  const standard = schema["~standard"] as StandardSchemaWithJSON<unknown, T>["~standard"];
  const { input, output } = standard.jsonSchema;
  return { "~standard": { ...standard, jsonSchema: { input: kept(input), output: kept(output) } } };
}

function kept(write: Write): Write {
  const written = new Map<string, ReturnType<Write>>();
  return (options) => {
    const known = written.get(options.target);
    if (known) return known;
    const made = write(options);
    written.set(options.target, made);
    return made;
  };
}
