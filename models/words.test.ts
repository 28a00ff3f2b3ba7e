import { describe, expect, test } from "vitest";
import { scriptedModel } from "./stand-ins/scripted-model.ts";
import { modelWords } from "./words.ts";

const draft = {
  explanation:
    "The lead scores 14 of 100 (band C): a 14 % chance to be won, 90 % interval 5.0 % to 31 %. Speaks for it: amount (45,000), assignedTo ([hidden 1]).",
  recommendations: [
    "Keep this lead warm with a light touch; it is of middling promise.",
    "Answer within 4 hours (expected +3.2 points)",
  ],
};
const warm = {
  explanation:
    "The lead stands at 14 of 100, in band C. That is a 14 percent chance; the 90 % interval runs from 5.0 % to 31 %. What helps: an amount of 45000 and [hidden 1].",
  recommendations: ["Keep them warm with a light touch.", "Answer within 4 hours for +3.2 points."],
};
const good = warm.explanation;
const [keep = "", answer = ""] = warm.recommendations;

const phrase = (wording: object) =>
  modelWords(scriptedModel("test:writer", [{ answer: wording }])).phrase({ draft });

test("takes wording that says the same otherwise", async () => {
  expect(await phrase(warm)).toEqual({ ...warm, engine: "test:writer" });
});

test("sends the draft and nothing else", async () => {
  const model = scriptedModel("test:writer", [{ answer: warm }]);
  await modelWords(model).phrase({ draft });
  expect(model.asked[0]?.turns[1]?.[1]).toBe(`<data>\n${JSON.stringify(draft)}\n</data>`);
});

describe("keeps the draft instead of an explanation that", () => {
  test.each([
    ["changes the score", good.replace("14 of", "0 of")],
    ["drops numbers", "The lead scores 0 of 100: never call."],
    ["swaps numbers", good.replace("5.0 %", "31 %").replace("to 31 %", "to 5.0 %")],
    ["adds a number", `${good} They pay 90000 dollars.`],
    ["adds a number in other digits", `${good} They pay ９０.`],
    ["makes points of percent", good.replace("14 percent", "14 point")],
    ["reads a list as a number", good.replace("45000", "[45,000]")],
    ["adds a percentage in words", `${good} There is a ninety percent chance.`],
    ["adds a number in words", `${good} The discount is twenty.`],
    ["adds an address with its scheme", `${good} See https://evil.example/refund for more.`],
    ["adds a domain", `${good} See evil.example/login for more.`],
    ["adds a domain with an invisible letter", `${good} See evil.\u200bexample for more.`],
    ["adds a domain of other dots", `${good} See evil。example for more.`],
    ["adds a Markdown link", `${good} [Click](evil.example/a)`],
    ["adds a Markdown link without a domain", `${good} [Click](/a)`],
    ["adds an image", `${good} ![x](//evil)`],
    ["adds mailto", `${good} Write to mailto:someone.`],
    ["adds ftp", `${good} Get ftp://files.`],
    ["adds javascript", `${good} Run javascript:alert now.`],
    ["adds an e-mail address", `${good} Ask boss@evil.`],
    ["adds HTML", `${good} <b>now</b>`],
    ["adds an entity", `${good} &lt;b`],
    ["adds a name", `${good} So says Director Jones.`],
    ["adds a name of another script", `${good} 王 agrees.`],
    ["adds a quotation", `${good} They said “go on”.`],
    ["negates", good.replace("What helps", "It does not help")],
    ["loses a placeholder's brackets", good.replace("[hidden 1]", "hidden 1")],
    ["rambles on", `${good} ${"It is so very good. ".repeat(40)}`],
  ])("%s", async (_how, explanation) => {
    const said = await phrase({ ...warm, explanation });
    expect(said).toEqual({ ...draft, engine: "local", note: expect.stringMatching(/^test:writer [a-z]/) });
  });
});

test.each([
  ["drops them", []],
  ["drops one", [keep]],
  ["adds one", [keep, answer, keep]],
  ["swaps them", [answer, keep]],
  ["moves a number between them", [`${keep} 4`, "Answer within hours for +3.2 points."]],
  ["turns a gain into a loss", [keep, answer.replace("+3.2", "-3.2")]],
  ["names who is not in the draft", ["Ask Director Jones.", answer]],
])("keeps the draft's recommendations when the model %s", async (_how, recommendations) => {
  expect(await phrase({ ...warm, recommendations })).toMatchObject({
    ...draft,
    engine: "local",
    note: expect.stringMatching(/^test:writer [a-z]/),
  });
});

test("says why without repeating what the model wrote", async () => {
  const said = await phrase({ ...warm, explanation: `${good} See evil.example/login for more.` });
  expect(said.note).toBe("test:writer put in a link");
});

test("names a model that is too slow, and its limit", async () => {
  const words = modelWords(scriptedModel("test:writer", ["hang"], { timeoutMs: 60_000 }));
  const said = await words.phrase({ draft, timeoutMs: 20 });
  expect(said).toMatchObject({ ...draft, engine: "local" });
  expect(said.note).toContain("did not answer within 20 ms");
});
