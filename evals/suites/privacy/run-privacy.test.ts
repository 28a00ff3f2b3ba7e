import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataFolder } from "../../datasets.ts";
import { verdictOf } from "../../report/figure-table.ts";
import { makeTexts } from "./generator/make-texts.ts";
import { measureTexts, pooledRecall } from "./measure-texts.ts";
import { runPrivacy } from "./run-privacy.ts";

const hasPresidio = existsSync(join(dataFolder(), "text/presidio_pii/dev.json"));

test("what is asked of recall and precision holds", { timeout: 120_000 }, () => {
  const report = runPrivacy({ texts: 400, messages: 1_500, onProgress: () => {} });
  const measured = report.floors.filter(({ value }) => value !== null);
  expect(measured.map(verdictOf)).toEqual(measured.map(() => "holds"));
  expect(report.alarms.right).toBeGreaterThan(20);
  expect(report.absent).toHaveLength(hasPresidio ? 0 : 1);
});

test.skipIf(!hasPresidio)("presidio_pii's phones, cards and addresses are counted", () => {
  const { sets } = runPrivacy({ texts: 1, messages: 1, onProgress: () => {} });
  const counts = Object.fromEntries(sets[0]?.kinds.map(({ kind, gold }) => [kind, gold]) ?? []);
  expect(counts).toMatchObject({ email: 15, phone: 34, card: 49, iban: 6, ip: 7 });
});

test("made-up texts come from their word, and say where their values stand", () => {
  const texts = makeTexts(50, "word");
  expect(makeTexts(50, "word")).toEqual(texts);
  expect(makeTexts(50, "other")).not.toEqual(texts);
  expect(new Set(texts.map(({ shape }) => shape)).size).toBe(7);
  for (const { text, gold } of texts)
    for (const value of gold) expect(text.slice(value.from, value.to)).toBe(value.text);
});

test("a value that nothing finds counts as missed, a find that nothing holds as wrong", () => {
  const result = measureTexts({ name: "", about: "", kinds: ["phone", "email"] }, [
    { text: "Call +44 20 7946 0018", gold: [] },
    { text: "nothing to see", gold: [{ kind: "email", from: 0, to: 7 }] },
  ]);
  expect(result.missed).toEqual(["email: ⟦nothing⟧ to see"]);
  expect(result.wrong).toEqual(["phone: Call ⟦+44 20 7946 0018⟧"]);
  expect(pooledRecall(result)).toBe(0);
});
