import { expect, test } from "vitest";
import { verifiedWording } from "./verified-wording.ts";

const draft = {
  explanation:
    "The lead is at engaged since 2026-01-08, 32 days so far: longer than 88 % of 214 won peers (median 12 days). " +
    "Won peers reached offer 10 days after their first stage; here 35 days have passed without it.",
  recommendations: ["Bring the lead to offer."],
};
const names = ["engaged", "offer"];
const [first = "", second = ""] = draft.explanation.split(/(?<=\.) /);
const check = (explanation: string, recommendation = "Bring the lead to offer.") =>
  verifiedWording({ explanation, recommendations: [recommendation], engine: "test:writer" }, draft, names);

test("an honest rewording stays", () => {
  const honest = first.replace(" so far", "").replace("The lead is", "The lead stands");
  expect(check(`${honest} ${second}`)).toEqual({
    explanation: `${honest} ${second}`,
    recommendations: draft.recommendations,
    engine: "test:writer",
  });
});

test.each<[string, string]>([
  ["a figure changed", first.replace("88 %", "8 %")],
  [
    "two figures exchanged",
    first.replace("32 days", "@").replace("12 days", "32 days").replace("@", "12 days"),
  ],
  ["a direction turned round", first.replace("longer", "less")],
  ["two stages exchanged", second.replace("offer", "engaged")],
  ["a moment moved", first.replace("2026-01-08", "2026-01-18")],
  ["a figure in words", first.replace("32 days", "thirty-two days")],
  ["a negation", second.replace("reached", "never reached")],
  ["a name brought in", second.replace("Won peers", "Won peers like Ada")],
  ["a sentence of its own", `${second} It will close for 90000 in June.`.replace(second, "")],
])("drops a sentence with %s, and says so", (_what, sentence) => {
  const checked = check(`${sentence} ${second}`);
  expect(checked.explanation).toBe(second);
  expect(checked.note).toMatch(/1 sentences of test:writer were dropped/);
});

test("falls back to the draft where nothing stands, and for a recommendation that says something else", () => {
  expect(check("All is well, 99 % sure.", "Send 5 offers.")).toMatchObject({ ...draft, engine: "local" });
});
