import { expect, test } from "vitest";
import type { ScoreFactor } from "#core/domain/score.ts";
import { packFactors, unpackFactors } from "./stored-factors.ts";

function factor(name: string, contribution: number, value = "1"): ScoreFactor {
  return { name, value, contribution, points: 0, effect: "raises", weight: 0, impact: "LOW", evidence: [] };
}

test("reads back the reasons it stored, in one line whatever they say", () => {
  const said = 'says "yes"\nand\t\\ó';
  const packed = packFactors({ factors: [factor("reply", -1.23456789, said), factor("budget", 0.5)] });
  expect(packed).not.toContain("\n");
  expect(unpackFactors(JSON.parse(packed))).toEqual([
    { name: "reply", value: said, contribution: -1.23457 },
    { name: "budget", value: "1", contribution: 0.5 },
  ]);
});

test("leaves out the base rate and what moves no score", () => {
  const factors = [factor("base rate", -2), factor("colour", 0.001), factor("budget", 0.5)];
  expect(unpackFactors(JSON.parse(packFactors({ factors }))).map(({ name }) => name)).toEqual(["budget"]);
});

test("reads what an older version stored", () => {
  const older = [{ name: "budget", value: "9", contribution: 0.5 }];
  expect(unpackFactors(older)).toEqual(older);
});
