import { expect, test } from "vitest";
import { describeSegment, parseSegment } from "./segment.ts";

test.each([
  ["", []],
  ["source=Referral", [{ dimension: "source", value: "Referral" }]],
  [
    " Source = Referral , status=LEAD ",
    [
      { dimension: "source", value: "Referral" },
      { dimension: "status", value: "LEAD" },
    ],
  ],
  ['source="Fair, Berlin"', [{ dimension: "source", value: "Fair, Berlin" }]],
  [String.raw`source="say \"x\""`, [{ dimension: "source", value: 'say "x"' }]],
  [
    "source='Ann, Bob', industry=R&D = all",
    [
      { dimension: "source", value: "Ann, Bob" },
      { dimension: "industry", value: "R&D = all" },
    ],
  ],
  ["campaign=", [{ dimension: "campaign", value: null }]],
  ["company size=50-249", [{ dimension: "company_size", value: "50–249" }]],
  ["assigned_to=O'Neil", [{ dimension: "assigned_to", value: "O'Neil" }]],
])("reads %s", (text, expected) => {
  expect(parseSegment(text)).toEqual(expected);
});

test.each([
  ["Referral", /cannot be read at "Referral".*Dimensions: source, campaign/],
  ["sorce=Referral", /no dimension "sorce". Did you mean source\?/],
  ["colour=red", /no dimension "colour"\. Write/],
  ["source=a, source=b", /source twice/],
  ["=a", /cannot be read/],
  ['source="Fair" Berlin', /cannot be read/],
  ['source="Fair', /cannot be read/],
  [`source=${"x".repeat(1_000)}`, /at most 1000/],
])("refuses %s", (text, message) => {
  expect(() => parseSegment(text)).toThrow(message);
});

test("describes what it reads", () => {
  const text = 'source="Fair, Berlin", campaign=, status=LEAD';
  expect(describeSegment(parseSegment(text))).toBe(text);
});
