import { expect, test } from "vitest";
import { z } from "zod";
import { lies } from "./lies.ts";
import { lyingModel } from "./lying-model.ts";

const drafts = [
  {
    id: 1,
    title: "[A]: win rate 34 % against 21 % for [B]",
    description: "New leads rose from 12 to 20 a week in March. That is 67 % more (90 %: 40 to 95).",
    recommendations: ["Bring [B] to the 34 % of [A]: 12 more won and 12 fewer lost."],
  },
  {
    id: 2,
    title: "[C] is higher",
    description: "It was 5.5 hours in April, most on Tuesdays.",
    recommendations: [],
  },
];
const schema = z.object({
  texts: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      description: z.string(),
      recommendations: z.array(z.string()),
    }),
  ),
});
const request = { system: "", schema, schemaName: "write", input: `Drafts:\n${JSON.stringify(drafts)}` };

test.each(Object.keys(lies))("a model that %s changes something and keeps the shape", async (kind) => {
  const model = lyingModel(kind, "test");
  const { texts } = await model.generate(request);
  expect(model.said.length).toBeGreaterThan(0);
  expect(texts).not.toEqual(drafts);
  expect(texts.map(({ id }) => id)).toEqual([1, 2]);
});

test("it does not plan", async () => {
  await expect(
    lyingModel("invents a name", "test").generate({ ...request, input: '{"metrics":[]}' }),
  ).rejects.toMatchObject({
    code: "AI_SERVICE_UNAVAILABLE",
  });
});
