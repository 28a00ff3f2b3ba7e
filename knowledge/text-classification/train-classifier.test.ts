import { expect, test } from "vitest";
import { packClassifier, unpackClassifier } from "./pack-classifier.ts";
import { classifierOf } from "./text-classifier.ts";
import { type Example, trainClassifier, trainParts } from "./train-classifier.ts";

const subjects = ["the invoice", "my bill", "our invoices", "the billing", "an invoice"];
const dishes = ["the soup", "a salad", "our soups", "fresh bread", "the bread"];
const frames = [
  "please check {}",
  "{} is not right",
  "where is {} now",
  "i have a question about {}",
  "{} again",
];

function made(label: string, words: readonly string[]): Example[] {
  return frames.flatMap((frame) => words.map((word) => ({ text: frame.replace("{}", word), label })));
}

const examples = [...made("billing", subjects), ...made("food", dishes)];

test.each([
  ["nobody paid this invoice", "billing"],
  ["the invoce is wrong", "billing"],
  ["BREAD!", "food"],
  ["such a good soup", "food"],
])("%s → %s", (text, label) => {
  const { ranked, margin } = trainClassifier(examples).classify(text);
  expect(ranked[0]?.label).toBe(label);
  expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  expect(margin).toBeGreaterThan(-1);
});

test("what was never seen is less familiar than what was", () => {
  const { classify } = trainClassifier(examples);
  expect(classify("the bill is not right").familiarity).toBeGreaterThan(0.05);
  expect(classify("quantum chromodynamics").familiarity).toBeLessThanOrEqual(0.1);
  expect(classify("").margin).toBeLessThan(classify("the bill").margin);
});

test("the same examples give the same classifier, another seed a slightly different one", () => {
  const probabilities = (seed: number) =>
    trainClassifier(examples, { seed, rounds: 2 })
      .classify("a question about the bill")
      .ranked.map(({ probability }) => probability);
  expect(probabilities(1)).toEqual(probabilities(1));
  expect(probabilities(1)).not.toEqual(probabilities(2));
});

test("a packed classifier says the same, and holds no words", () => {
  const parts = trainParts(examples);
  const stored = JSON.stringify(packClassifier(parts));
  expect(stored).not.toMatch(/soup|invoice/);
  const again = classifierOf(unpackClassifier(JSON.parse(stored)));
  for (const { text } of examples) {
    const [before, after] = [classifierOf(parts).classify(text), again.classify(text)];
    expect(after.ranked[0]?.label).toBe(before.ranked[0]?.label);
    expect(after.margin).toBeCloseTo(before.margin, 1);
  }
});

test("too little to learn from is refused with what is missing", () => {
  expect(() => trainClassifier(made("food", dishes))).toThrow(
    /two labels and 10 examples.*there are 1 and 25/,
  );
});
