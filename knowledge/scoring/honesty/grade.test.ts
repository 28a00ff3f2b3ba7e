import { describe, expect, test } from "vitest";
import { type Gradeable, gradeOf, modelGrade } from "./grade.ts";

const good: Gradeable = {
  auc: 0.8,
  aucLow: 0.77,
  aucHigh: 0.83,
  signal: true,
  won: 300,
  lost: 900,
  leaks: 0,
};

describe("gradeOf", () => {
  test.each<[string, Partial<Gradeable>, string, RegExp]>([
    ["a sure AUC", {}, "Ready", /^AUC 0.80 \(95 % interval 0.77–0.83\)\.$/],
    ["an AUC that may be under .70", { aucLow: 0.66 }, "Fair", /lower end is under 0.70/],
    ["an AUC that may be chance", { auc: 0.62, aucLow: 0.53 }, "Not ready", /lower end is not above 0.55/],
    ["no signal, however high the AUC", { signal: false }, "Not ready", /cannot tell leads apart/],
    ["few won leads", { won: 30 }, "Fair", /30 won and 900 lost/],
    [
      "an AUC too good to be true",
      { auc: 0.98, aucLow: 0.97, aucHigh: 0.99 },
      "Fair",
      /too good to be believed/,
    ],
    ["chances that are off", { calibrationError: { ece: 0.06, floor: 0.02 } }, "Fair", /off by 0.060/],
    ["an AUC that could not be measured", { auc: Number.NaN }, "Not ready", /could not be measured/],
    [
      "an interval that could not be measured",
      { aucHigh: Number.POSITIVE_INFINITY },
      "Not ready",
      /could not/,
    ],
  ])("%s", (_, change, grade, reason) => {
    const graded = gradeOf({ ...good, ...change });
    expect(graded.grade).toBe(grade);
    expect(graded.reasons[0]).toMatch(reason);
    expect(modelGrade.parse(graded)).toEqual(graded);
  });

  test("chances off by no more than chance leave a model ready", () => {
    expect(gradeOf({ ...good, calibrationError: { ece: 0.025, floor: 0.02 } }).grade).toBe("Ready");
  });

  test("leaks left out and suspects kept are named, and cost no grade", () => {
    const { grade, reasons } = gradeOf({ ...good, leaks: 1, suspects: 2 });
    expect(grade).toBe("Ready");
    expect(reasons.slice(1)).toEqual([
      "1 field that knew the outcome is left out.",
      "2 fields are suspect: see the evidence, and whether they are known in time.",
    ]);
  });
});
