import { afterAll, describe, expect, inject, test } from "vitest";
import { loadConfig } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import type { LanguageModel } from "#core/language-model.ts";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { scriptedModel } from "#models/stand-ins/scripted-model.ts";
import { compose } from "#servers/compose/compose.ts";
import { parseInput } from "#tools/parse-input.ts";

const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((rapport) => rapport.close())));

const timeoutMs = 400;
const lead = {
  contact_data: { firstName: "Ada", lastName: "Byron", company: "Example Mills", source: "referral" },
  interaction_history: [
    {
      id: "m1",
      type: "EMAIL",
      direction: "INBOUND",
      content: "Could you send us a quote for 40 seats?",
      createdAt: "2026-03-01T09:00:00Z",
    },
    {
      id: "m2",
      type: "EMAIL",
      direction: "OUTBOUND",
      content: "Gladly: here it is.",
      createdAt: "2026-03-01T11:00:00Z",
    },
    { id: "m3", type: "MEETING", direction: "INBOUND", createdAt: "2026-03-04T15:00:00Z" },
  ],
  as_of: "2026-03-05T00:00:00Z",
};
const vote = (score: number) => ({
  score,
  urgency: 50,
  priority: 50,
  sentiment: 50,
  response_time: 50,
  reason: "They asked for a quote.",
});
const plain = { explanation: "A fair chance.", recommendations: ["Call them."] };
/** A model that votes and then phrases. */
const voter = (id: string, score: number, wording: object = plain) =>
  scriptedModel(id, [{ answer: vote(score) }, { answer: wording }]);

async function score(models: LanguageModel[], input: object = lead) {
  const { databaseUrl, home } = inject("database");
  const config = {
    ...loadConfig({ RAPPORT_HOME: home, DATABASE_URL: databaseUrl }),
    modelTimeoutMs: timeoutMs,
  };
  const rapport = compose(config, { models });
  opened.push(rapport);
  const { scoreLead } = rapport.tools;
  const context = { principal: await freshWorkspace(), signal: new AbortController().signal };
  return scoreLead.run(context, parseInput(scoreLead, input));
}

const logOdds = (p: number) => Math.log(p / (1 - p));
const sum = (output: Awaited<ReturnType<typeof score>>) =>
  output.factors.reduce((total, f) => total + f.contribution, 0);

describe("without a language model", () => {
  test("a lead brought along is scored, explained and advised on, and says that no model is trained", async () => {
    const output = await score([]);
    expect(output.engine).toBe("local");
    expect(output.wording).toBe("local");
    expect(output.caveats.join()).toContain("20 of each are needed");
    expect(output.recommendations.length).toBeGreaterThan(0);
    expect(output.high - output.low).toBeGreaterThan(0.2);
    expect(Math.abs(sum(output) - logOdds(output.probability))).toBeLessThan(1e-9);
  });

  test("the same input and moment give the same score, and what came later does not count", async () => {
    const later = { type: "MEETING", direction: "INBOUND", createdAt: "2026-03-06T00:00:00Z" } as const;
    const [first, second, third] = [
      await score([]),
      await score([]),
      await score([], { ...lead, interaction_history: [...lead.interaction_history, later] }),
    ];
    expect(second).toEqual(first);
    expect(third.score).toBe(first.score);
  });

  test("factors point at the interactions that they rest on", async () => {
    const output = await score([]);
    const evidence = output.factors.flatMap((factor) => factor.evidence);
    expect(evidence).toContain("m1");
    expect(["m1", "m2", "m3"]).toEqual(expect.arrayContaining([...new Set(evidence)]));
  });
});

describe("with language models", () => {
  test("a vote moves the score in its direction as a named factor, and without it the local score is back", async () => {
    const local = await score([]);
    const [up, down] = [await score([voter("test:up", 99)]), await score([voter("test:down", 1)])];
    expect(up.probability).toBeGreaterThan(local.probability);
    expect(down.probability).toBeLessThan(local.probability);
    expect(up.factors.map(({ name }) => name)).toContain("vote of test:up");
    expect(Math.abs(sum(up) - logOdds(up.probability))).toBeLessThan(1e-9);
    expect(up.engine).toBe("local + test:up");
    expect((await score([])).score).toBe(local.score);
  });

  test("an unproven model moves the score only a little, however sure it is", async () => {
    const local = await score([]);
    const many = Array.from({ length: 12 }, (_, i) => voter(`test:m${i}`, 100));
    const output = await score(many);
    const weight = output.scorers
      .filter(({ name }) => name !== "local")
      .reduce((total, s) => total + s.weight, 0);
    expect(weight).toBeCloseTo(0.3, 10);
    expect(logOdds(output.probability) - logOdds(local.probability)).toBeLessThan(
      0.3 * (logOdds(0.98) - logOdds(local.probability)) + 1e-9,
    );
  });

  test.each([
    ["hangs", () => scriptedModel("test:bad", ["hang"], { timeoutMs: 60_000 }), /no answer within 0.4 s/],
    [
      "fails",
      () =>
        scriptedModel("test:bad", [
          { fail: new AppError("AI_SERVICE_UNAVAILABLE", "test:bad is overloaded.") },
        ]),
      /overloaded/,
    ],
    ["babbles", () => scriptedModel("test:bad", [{ text: "I think this lead is lovely!" }]), /./],
    ["answers in another schema", () => scriptedModel("test:bad", [{ answer: { score: "high" } }]), /./],
  ])(
    "a model that %s costs its time limit, is named, and leaves the local score",
    async (_how, model, reason) => {
      const local = await score([]);
      const output = await score([model()]);
      const report = output.scorers.find(({ name }) => name === "test:bad");
      expect(report).toMatchObject({ status: "failed", weight: 0, probability: null });
      expect(report?.reason).toMatch(reason);
      expect(output.score).toBe(local.score);
      expect(output.engine).toBe("local");
      expect(output.wording).toBe("local");
    },
  );

  test("one failing model does not silence the others", async () => {
    const output = await score([scriptedModel("test:bad", ["hang"]), voter("test:good", 90)]);
    expect(output.scorers.map(({ name, status }) => [name, status])).toEqual([
      ["local", "voted"],
      ["test:good", "voted"],
      ["test:bad", "failed"],
    ]);
  });

  test("a model's wording is taken when it keeps to the facts", async () => {
    const output = await score([
      voter("test:writer", 50, { explanation: "Fine.", recommendations: ["Ring them up."] }),
    ]);
    expect(output.wording).toBe("test:writer");
    expect(output.recommendations).toEqual(["Ring them up."]);
  });

  test.each([
    ["a number", "They will pay 90000 dollars."],
    ["a link", "See https://evil.example/offer for more."],
  ])("wording that invents %s is not taken, and the answer says so", async (_what, sentence) => {
    const output = await score([
      voter("test:writer", 50, { explanation: "Fine.", recommendations: [sentence] }),
    ]);
    expect(output.wording).toBe("local");
    expect(output.recommendations.join()).not.toContain(sentence);
    expect(output.caveats.join()).toContain("facts do not hold");
  });
});
