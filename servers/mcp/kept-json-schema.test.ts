import { expect, test } from "vitest";
import { z } from "zod";
import { composeForTests } from "../test-support/serve-workspace.ts";
import { keptJsonSchema } from "./kept-json-schema.ts";

const draft = { target: "draft-2020-12" } as const;

test("every tool's schemas are kept as zod writes them", async () => {
  const rapport = composeForTests();
  const tools = rapport.servers.flatMap((server) => server.tools);
  expect(tools.length).toBeGreaterThan(10);
  for (const { input, output } of tools) {
    expect(keptJsonSchema(input)["~standard"].jsonSchema.input(draft)).toEqual(
      z.toJSONSchema(input, { io: "input" }),
    );
    expect(keptJsonSchema(output)["~standard"].jsonSchema.output(draft)).toEqual(
      z.toJSONSchema(output, { io: "output" }),
    );
  }
  await rapport.close();
});

test("it is written once for each side and target", () => {
  const schema = z.object({ count: z.number().default(3) });
  const { jsonSchema, validate } = keptJsonSchema(schema)["~standard"];
  const first = jsonSchema.input(draft);
  expect(jsonSchema.input(draft)).toBe(first);
  expect(jsonSchema.input({ target: "draft-07" })).not.toBe(first);
  expect(jsonSchema.output(draft)).toMatchObject({ required: ["count"] });
  expect(first).not.toHaveProperty("required");
  expect(validate({})).toEqual({ value: { count: 3 } });
});
