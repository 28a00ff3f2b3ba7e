import { parse } from "csv-parse/sync";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import type { Example } from "#knowledge/text-classification/train-classifier.ts";
import { shuffled } from "../../shuffled.ts";
import { readText, textDatasets } from "../../text-datasets.ts";

/** Examples to learn from and to be judged by. */
export interface IntentSplit {
  train: Example[];
  test: Example[];
  /** Texts of no intent, never learned from. */
  outOfScope: string[];
}

/** banking77's train.csv, a fifth of each intent (seed 7) held out for judging. @throws AppError when the data is absent */
export function bankingSplit(): IntentSplit {
  const rows: { text: string; category: string }[] = parse(readText(textDatasets.banking77, "train.csv"), {
    columns: true,
    bom: true,
  });
  const random = seededRandom(7);
  const split: IntentSplit = { train: [], test: [], outOfScope: [] };
  for (const [label, of] of Map.groupBy(rows, ({ category }) => category)) {
    const mixed = shuffled(of, random).map(({ text }) => ({ text, label }));
    const held = Math.round(mixed.length / 5);
    split.test.push(...mixed.slice(0, held));
    split.train.push(...mixed.slice(held));
  }
  return split;
}

type Pairs = [string, string][];

/** clinc150: its train part, judged by its val part and by the 200 out-of-scope queries of both. @throws AppError when absent */
export function clincSplit(): IntentSplit {
  const parts: { train: Pairs; val: Pairs; oos_train: Pairs; oos_val: Pairs } = JSON.parse(
    readText(textDatasets.clinc150, "dev.json"),
  );
  const examples = (pairs: Pairs) => pairs.map(([text, label]) => ({ text, label }));
  return {
    train: examples(parts.train),
    test: examples(parts.val),
    outOfScope: [...parts.oos_train, ...parts.oos_val].map(([text]) => text),
  };
}

/** parakweet's sentences, and whether each asks for or promises something. @throws AppError when the data is absent */
export function askingSentences(): { text: string; asks: boolean }[] {
  return readText(textDatasets.parakweet, "train.txt")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [label, text = ""] = line.split("\t");
      return { text, asks: label === "Yes" };
    });
}
