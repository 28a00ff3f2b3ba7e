import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataFolder } from "../../datasets.ts";
import { measureAsking, measureOwn, measurePublic } from "./measure-intents.ts";
import { samplePhrases } from "./own-sets.ts";
import { askingSentences, bankingSplit } from "./public-sets.ts";

const has = (file: string) => existsSync(join(dataFolder(), "text", file));

test("phrases are counted as right, wrong or unnamed", () => {
  const answer = (intent: string | null) => () => ({ intent, probability: 1, ranked: [], questions: [] });
  const texts = [{ text: "price?", right: ["pricing" as const] }];
  expect(measureOwn("", texts, answer("pricing"))).toMatchObject({ right: 1, wrong: 0 });
  expect(measureOwn("", texts, answer("refund"))).toMatchObject({ right: 0, wrong: 1 });
  expect(measureOwn("", texts, answer(null))).toMatchObject({ right: 0, wrong: 0 });
});

test("the sample's phrases are read better than by chance, and no slot is left in them", () => {
  const phrases = samplePhrases();
  expect(phrases.filter(({ text }) => /[{}|]/.test(text))).toEqual([]);
  const { of, right, amongThree } = measureOwn("", phrases);
  expect(of).toBeGreaterThan(100);
  expect(right / of).toBeGreaterThan(0.38);
  expect(amongThree / of).toBeGreaterThan(0.6);
});

test.skipIf(!has("banking77/train.csv"))("15 intents of banking77 are told apart", () => {
  const { train, test } = bankingSplit();
  expect(
    new Set(train.map(({ text }) => text)).intersection(new Set(test.map(({ text }) => text))).size,
  ).toBe(0);
  const kept = new Set([...new Set(train.map(({ label }) => label))].slice(0, 15));
  const of = (examples: typeof train) => examples.filter(({ label }) => kept.has(label));
  const result = measurePublic("", { train: of(train), test: of(test), outOfScope: [] });
  expect(result.right / result.of).toBeGreaterThan(0.9);
});

test.skipIf(!has("parakweet_email_intent/train.txt"))("sentences that ask are found", () => {
  expect(measureAsking(askingSentences()).f1).toBeGreaterThan(0.68);
});
