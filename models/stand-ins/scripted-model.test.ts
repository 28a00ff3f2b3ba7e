import { expect, test } from "vitest";
import { z } from "zod";
import { scriptedModel } from "./scripted-model.ts";

const request = { system: "s", input: "i", schema: z.object({ p: z.number() }), schemaName: "vote" };

test("answers its steps in turn, the last one for ever", async () => {
  const model = scriptedModel("scripted:a", [{ answer: { p: 1 } }, { answer: { p: 2 } }]);
  const answers = [
    await model.generate(request),
    await model.generate(request),
    await model.generate(request),
  ];
  expect(answers).toEqual([{ p: 1 }, { p: 2 }, { p: 2 }]);
});

test("answers by what it was asked", async () => {
  const model = scriptedModel("scripted:a", ({ turns }) => ({ answer: { p: turns[1]?.[1].length } }));
  await expect(model.generate(request)).resolves.toEqual({ p: "<data>\ni\n</data>".length });
});

test.each([
  ["babbles", [{ text: "hello" }], "does not fit vote"],
  ["answers in another schema", [{ answer: { q: 1 } }], "does not fit vote"],
  ["fails", [{ fail: Object.assign(new Error("x"), { status: 503 }) }], "failed (HTTP 503)"],
  ["hangs", ["hang"], "within 20 ms"],
] as const)("is as unavailable as a real model when it %s", async (_, script, message) => {
  const model = scriptedModel("scripted:a", script, { timeoutMs: 20 });
  await expect(model.generate(request)).rejects.toMatchObject({
    code: "AI_SERVICE_UNAVAILABLE",
    message: expect.stringContaining(message),
  });
});

test("keeps no breaker between the script and the test", async () => {
  const model = scriptedModel("scripted:a", (_, n) =>
    n < 5 ? { fail: { status: 500 } } : { answer: { p: 1 } },
  );
  for (let i = 0; i < 5; i++) await expect(model.generate(request)).rejects.toThrow("HTTP 500");
  await expect(model.generate(request)).resolves.toEqual({ p: 1 });
});

test("obeys the caller who leaves", async () => {
  const caller = new AbortController();
  const answer = scriptedModel("scripted:a", ["hang"]).generate({ ...request, signal: caller.signal });
  caller.abort();
  await expect(answer).rejects.toMatchObject({ code: "CANCELLED" });
});
