import type { JsonSchema } from "../ask.ts";

/**
 * Fits a schema to OpenAI's strict mode, which takes only objects whose every property is required and that allow no
 * others, and no length of texts. A schema with optional properties is sent as it is, unstrict: zod checks anyway.
 */
export function strictSchema(schema: JsonSchema): { schema: JsonSchema; strict: boolean } {
  return canBeStrict(schema) ? { schema: tighten(schema), strict: true } : { schema, strict: false };
}

function canBeStrict(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(canBeStrict);
  if (!isObject(node)) return true;
  if (isObject(node.properties)) {
    const required = new Set(Array.isArray(node.required) ? node.required : []);
    if (Object.keys(node.properties).some((name) => !required.has(name))) return false;
  }
  if (isObject(node.additionalProperties) || node.propertyNames) return false;
  return Object.values(node).every(canBeStrict);
}

function tighten(node: unknown): JsonSchema;
function tighten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => tighten(item));
  if (!isObject(node)) return node;
  // A property may be called like a keyword; then its value is a schema, not a number.
  const kept = Object.entries(node).filter(
    ([key, value]) => !(isLength.test(key) && typeof value === "number"),
  );
  const tight = Object.fromEntries(kept.map(([key, value]) => [key, tighten(value)]));
  return isObject(node.properties) ? { ...tight, additionalProperties: false } : tight;
}

const isLength = /^(min|max)Length$/;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
