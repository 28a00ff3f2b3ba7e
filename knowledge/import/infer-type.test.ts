import { describe, expect, test } from "vitest";
import { newProfile, observe, settle } from "./column-profile.ts";
import { inferType, type TypingHints, toValue } from "./infer-type.ts";

function typed(cells: readonly string[], hints?: TypingHints) {
  const profile = newProfile("c");
  for (const cell of cells) observe(profile, cell);
  settle(profile);
  const type = inferType(profile, hints);
  return { ...type, values: cells.map((cell) => toValue(cell, type)) };
}

describe("inferType", () => {
  test.each([
    ["number", ["1", "2.5", ""], [1, 2.5, null]],
    ["number", ["1,234", "5,678.5"], [1234, 5678.5]],
    ["number", ["1,5", "2,25"], [1.5, 2.25]],
    ["number", ["$1,200", "$30"], [1200, 30]],
    ["number", ["4.857", "1.299"], [4.857, 1.299]],
    ["number", ["1", "NA", "NULL"], [1, null, null]],
    ["category", ["1", "unknown"], ["1", "unknown"]],
    ["category", ["$5", "€6"], ["$5", "€6"]],
    ["category", ["00123", "00124"], ["00123", "00124"]],
    ["category", ["NA", "EMEA"], ["NA", "EMEA"]],
    ["boolean", ["yes", "no", "", "Yes"], [true, false, null, true]],
    ["category", ["yes", "no", "unknown"], ["yes", "no", "unknown"]],
    ["number", ["0", "1"], [0, 1]],
    ["date", ["2024-01-31", "n/a"], ["2024-01-31", null]],
    ["date", ["3/4/2024", "13/4/2024"], ["2024-04-03", "2024-04-13"]],
    ["date", ["3/4/2024", "4/13/2024"], ["2024-03-04", "2024-04-13"]],
    ["text", ["3/4/2024", "5/6/2024"], ["3/4/2024", "5/6/2024"]],
    ["text", ["13/4/2024", "4/13/2024"], ["13/4/2024", "4/13/2024"]],
    ["text", ["x".repeat(300)], ["x".repeat(300)]],
    ["empty", ["", "NULL"], [null, null]],
  ])("%s: %j", (type, cells, values) => {
    expect(typed(cells)).toMatchObject({ type, values });
  });

  test("a comma decimates where semicolons delimit", () => {
    expect(typed(["4,857"], { delimiter: ";" }).values).toEqual([4.857]);
    expect(typed(["4,857"], { delimiter: "," }).values).toEqual([4857]);
  });

  test("a declared order settles ambiguous dates", () => {
    expect(typed(["3/4/2024"], { dateOrder: "dmy" }).values).toEqual(["2024-04-03"]);
    expect(typed(["3/4/2024"]).note).toContain("--date-format");
  });

  test("a column of names is text, one of few values a category", () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `name ${i}`);
    expect(typed(names).type).toBe("text");
    expect(typed(names.map((_, i) => `name ${i % 7}`)).type).toBe("category");
  });

  test("a stray word among numbers is named", () => {
    const cells = Array.from({ length: 100 }, (_, i) => String(i));
    expect(typed([...cells, "abc"])).toMatchObject({ type: "text", note: expect.stringContaining('"abc"') });
  });

  test("what was seen does not grow with the rows", () => {
    const profile = newProfile("c");
    for (let i = 0; i < 20_000; i++) observe(profile, `value ${i}`);
    expect(profile.distinct.size).toBeLessThanOrEqual(1_000);
  });
});
