import { expect, test } from "vitest";
import { splitBatches } from "./split-batches.ts";

test.each([
  ["by number", ["a", "b", "c"], { maxTexts: 2, maxCharacters: 99 }, [["a", "b"], ["c"]]],
  ["by length", ["aa", "bb", "c"], { maxTexts: 9, maxCharacters: 3 }, [["aa"], ["bb", "c"]]],
  [
    "with a text longer than allowed",
    ["a", "bbbbb", "c"],
    { maxTexts: 9, maxCharacters: 3 },
    [["a"], ["bbbbb"], ["c"]],
  ],
  ["of nothing", [], { maxTexts: 2, maxCharacters: 9 }, []],
])("splits %s", (_, texts, limits, batches) => {
  expect(splitBatches(texts, limits)).toEqual(batches);
});
