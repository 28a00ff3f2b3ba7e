import { z } from "zod";

export type ReadAnswer<T> = { value: T } | { complaint: string };

/** Reads a model's text as JSON, with or without a Markdown fence around it, and checks it against a schema. */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): ReadAnswer<T> {
  const json = parseJson(text) ?? parseJson(/```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1] ?? "");
  if (!json) return { complaint: "It is not JSON." };
  const checked = schema.safeParse(json.value);
  return checked.success ? { value: checked.data } : { complaint: z.prettifyError(checked.error) };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
