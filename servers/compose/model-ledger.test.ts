import { afterEach, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { type ScriptedModelScript, scriptedModel } from "#models/stand-ins/scripted-model.ts";
import { composeForTests } from "../test-support/serve-workspace.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";
import type { Rapport } from "./compose.ts";

const vote = {
  score: 70,
  urgency: 10,
  priority: 20,
  sentiment: 30,
  response_time: 40,
  reason: "Call ada@example.com.",
};
const id = "openai:gpt-5-mini";
let principal: Principal;
beforeAll(async () => {
  principal = await trainedWorkspace();
});

const open: Rapport[] = [];
afterEach(async () => {
  for (const rapport of open.splice(0)) await rapport.close();
});

async function score(script: ScriptedModelScript, environment: Record<string, string> = {}) {
  const model = scriptedModel(id, script, { timeoutMs: 300 });
  const rapport = composeForTests(environment, { models: [model] });
  open.push(rapport);
  const input = rapport.tools.scoreLead.input.parse({ contact_id: people.at(-1)?.id });
  const answer = await rapport.tools.scoreLead.run({ principal, signal: AbortSignal.timeout(20_000) }, input);
  await rapport.close();
  return {
    answer: answer as { engine: string; scorers: { name: string; reason: string | null }[] },
    model,
    rapport,
  };
}

const rows = async () =>
  (
    await testDatabase().readTenant(principal.tenant.id, (tx) =>
      tx.query(`select * from model_calls where tenant_id = $1 order by generated_at desc, purpose`, [
        principal.tenant.id,
      ]),
    )
  ).rows;

test("a call is recorded with who asked, what for, its tokens and cost, without personal data", async () => {
  await score([{ answer: vote }]);
  const row = (await rows()).find(({ outcome }) => outcome === "ok");
  expect(row).toMatchObject({ user_id: "tester", purpose: "score_lead", model: id, outcome: "ok" });
  expect(row?.prompt).toContain("<data>");
  expect(row?.response).toContain("[email]");
  expect(row?.response).not.toContain("ada@example.com");
  expect(row?.cost_micro_usd).toBe(
    Math.ceil(Number(row?.prompt_tokens) * 0.25 + Number(row?.response_tokens) * 2),
  );
});

test("prompts are not kept where that is switched off", async () => {
  await score([{ answer: vote }], { RAPPORT_KEEP_PROMPTS: "false" });
  const [row] = await rows();
  expect(row).toMatchObject({ prompt: null, response: null, model: id });
});

test.each<[string, ScriptedModelScript]>([
  ["timeout", ["hang"]],
  ["failed", [{ text: "no JSON" }]],
  ["refused", [{ fail: Object.assign(new Error("no"), { status: 400 }) }]],
])("%s is recorded, with the tokens that were sent", async (outcome, script) => {
  await score(script);
  const [row] = await rows();
  expect(row).toMatchObject({ outcome, metadata: { estimated: true } });
  expect(Number(row?.prompt_tokens)).toBeGreaterThan(50);
});

test("a budget that is used up stops the model and not the score, and the answer says so", async () => {
  const rapport = composeForTests();
  open.push(rapport);
  await rapport.operations.changeLimits(principal, { model_usd_per_day: 0 });
  const { answer, model } = await score([{ answer: vote }]);
  expect(model.asked).toEqual([]);
  expect(answer.engine).toBe("local");
  expect(answer.scorers).toContainEqual(
    expect.objectContaining({
      name: id,
      reason: expect.stringMatching(/budget of workspace .*used up.*limits set/),
    }),
  );
  await rapport.operations.changeLimits(principal, { model_usd_per_day: 20 });
  expect((await score([{ answer: vote }])).answer.engine).toBe(`local + ${id}`);
});

test("what a workspace used is told by model and tool", async () => {
  const rapport = composeForTests();
  open.push(rapport);
  const [usage] = await rapport.operations.modelUsage(principal, new Date(Date.now() - 3_600_000));
  expect(usage).toMatchObject({ model: id, purpose: "score_lead" });
  expect(usage?.calls).toBeGreaterThan(usage?.failed ?? 0);
  expect(usage?.costMicroUsd).toBeGreaterThan(0);
});
