import { expect, test } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";

const length = 100_000;
// Beginnings that promise each rule a match, over and over. A rule that tries every end from every beginning takes minutes.
const pieces = [
  ..."a1@(+/. -:\n\t😀٠\u200b",
  ...[
    "a@",
    "a.",
    "a-",
    "1 ",
    "1-",
    "1.",
    "1,",
    "1;",
    "1|\n",
    "+1 ",
    "0 (",
    "1 / ",
    "1 a ",
    "a b ",
    "a1",
    "1x",
    "1年",
  ],
  ...[
    "dot ",
    "at ",
    "a at ",
    "a dot ",
    "[at]",
    "a [at] b.",
    "one ",
    "double ",
    "DE12 ",
    "12:",
    "::",
    "1.1.1.",
    "http://",
  ],
  ...[
    "www.",
    "a.com/",
    "phone 1 ",
    "order ",
    "account number is ",
    "passport number is the ",
    "born on ",
    "Straße ",
  ],
  ...[
    "rue de ",
    "12 Long ",
    "Calle de ",
    "Via A ",
    "ada ",
    "A. ",
    "4111 1111 1111 1111 ",
    "123-45-6789 ",
    "x@y.com ",
  ],
];

test.each(pieces)("100,000 characters of %j are read in little time", { timeout: 20_000 }, (piece) => {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const found = findPersonalData(`phone ${text}x@`, { known: ["Ada Byron"] });
  expect(found.every(({ from, to }) => from < to)).toBe(true);
});
