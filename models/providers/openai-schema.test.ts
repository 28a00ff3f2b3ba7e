import { expect, test } from "vitest";
import { z } from "zod";
import { strictSchema } from "./openai-schema.ts";

const toJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" });

test("closes every object and drops the lengths of texts where all is required", () => {
  const schema = toJson(
    z.object({ votes: z.array(z.object({ why: z.string().min(1).max(9), p: z.number().min(0) })) }),
  );
  const strict = strictSchema(schema);
  expect(strict).toMatchObject({
    strict: true,
    schema: {
      additionalProperties: false,
      properties: {
        votes: {
          items: { additionalProperties: false, properties: { why: { type: "string" }, p: { minimum: 0 } } },
        },
      },
    },
  });
  expect(JSON.stringify(strict)).not.toMatch(/Length/);
});

test("keeps a property that is called like a keyword", () => {
  const { schema } = strictSchema(toJson(z.object({ maxLength: z.number() })));
  expect(schema).toMatchObject({ properties: { maxLength: { type: "number" } } });
});

test.each([
  ["an optional property", z.object({ a: z.string().optional() })],
  ["an optional property further in", z.object({ a: z.array(z.object({ b: z.string().default("x") })) })],
  ["free keys", z.object({ a: z.record(z.string(), z.number()) })],
])("sends a schema with %s as it is", (_, schema) => {
  expect(strictSchema(toJson(schema))).toEqual({ schema: toJson(schema), strict: false });
});
