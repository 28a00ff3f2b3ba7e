import { expect, test } from "vitest";
import { costOf, priceList, readPrices } from "./prices.ts";

test.each([
  ["openai:gpt-5-mini-2025-08-07", 0.25],
  ["openai:gpt-5", 1.25],
  ["vertex:gemini-2.5-flash", 0.3],
  ["ollama:llama3.2:3b", 0],
  ["nobody:knows", 5],
])("%s costs %f a million tokens of prompt", (model, prompt) => {
  expect(priceList()(model).prompt).toBe(prompt);
});

test("what is configured comes before what is listed", () => {
  const priceOf = priceList(readPrices("openai:gpt-5-mini=9/10, ollama:=1/2"));
  expect(priceOf("openai:gpt-5-mini")).toEqual({ prompt: 9, response: 10 });
  expect(priceOf("ollama:x")).toEqual({ prompt: 1, response: 2 });
});

test("a cost is whole micro-dollars, rounded up", () => {
  expect(costOf({ prompt: 0.25, response: 2 }, { prompt: 4, response: 1 })).toBe(3);
  expect(costOf({ prompt: 0.1, response: 0 }, { prompt: 1, response: 0 })).toBe(1);
});

test.each(["gpt-6", "openai:gpt-6=2", "openai:gpt-6=-1/2"])("%s is no price", (text) => {
  expect(() => readPrices(text)).toThrow(/RAPPORT_MODEL_PRICES/);
});
