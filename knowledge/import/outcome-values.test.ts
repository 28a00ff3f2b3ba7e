import { describe, expect, test } from "vitest";
import { newProfile, observe } from "./column-profile.ts";
import { type OutcomeWords, outcomeReader } from "./outcome-values.ts";

function reader(cells: readonly string[], words: OutcomeWords = {}) {
  const profile = newProfile("stage");
  for (const cell of cells) observe(profile, cell);
  return outcomeReader(profile, words);
}

describe("outcomeReader", () => {
  test.each([[["yes", "no", ""]], [["Won", "LOST"]], [["1", "0"]], [["true", "false", "open"]]])(
    "understands %j by itself",
    (cells) => {
      const read = reader(cells);
      expect(cells.map(read).slice(0, 2)).toEqual(["won", "lost"]);
      expect(read("")).toBeNull();
    },
  );

  test("takes lists in any case, and open values for blank", () => {
    const read = reader(["Approved", "Declined", "Draft"], {
      won: "approved",
      lost: "declined, cancelled",
      open: ["draft"],
    });
    expect(["APPROVED", "cancelled", "Draft", "other"].map(read)).toEqual(["won", "lost", null, null]);
  });

  test("takes the only other value for the opposite", () => {
    expect(reader(["signed", "gone"], { won: "signed" })("gone")).toBe("lost");
    expect(reader(["signed", "gone"], { lost: "gone" })("signed")).toBe("won");
  });

  test.each([
    [["red", "green"], {}, /--won and --lost/],
    [["won", "lost", "engaging"], { won: "won" }, /--lost.*--open/],
    [["a", "b"], { won: "a", lost: "A" }, /both won and lost/],
  ])("refuses to guess about %j with %j", (cells, words, message) => {
    expect(() => reader(cells, words)).toThrow(message);
  });
});
