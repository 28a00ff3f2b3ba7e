import { expect, test } from "vitest";
import type { ModelCall } from "#core/model-call.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { changeLimits } from "./limit-settings.ts";
import { modelBudget } from "./model-budget.ts";
import { recordModelCalls } from "./record-model-calls.ts";

const db = testDatabase();
const model = "openai:gpt-6";
const expected = { model, tokens: 100, costMicroUsd: 1_000 };

async function limited(change: Record<string, unknown>): Promise<Principal> {
  const admin = await freshWorkspace();
  await db.withTenant(admin.tenant.id, (tx) => changeLimits(tx, admin, change));
  return { ...admin, user: "ada", kind: "user" };
}

function used(principal: Principal, by: Partial<ModelCall> = {}): ModelCall {
  return {
    ...{ principal, purpose: "score_lead", model, promptTokens: 900, responseTokens: 50, responseTimeMs: 9 },
    ...{
      costMicroUsd: 900_000,
      outcome: "ok" as const,
      prompt: "",
      response: "",
      requests: 1,
      estimated: false,
    },
    ...by,
  };
}

test.each([
  ["the workspace's tokens", { model_tokens_per_day: 1_000 }, /1,000 tokens a day\)/],
  ["the workspace's money", { model_usd_per_day: 0.9 }, /\$0.9 a day\)/],
  ["a user's tokens", { model_tokens_per_day_user: 1_000 }, /1,000 tokens a day of one user/],
  ["a user's money", { model_usd_per_day_user: 0.9 }, /\$0.9 a day of one user/],
  [
    "a model's tokens",
    { models: { [model]: { tokens_per_day: 1_000 } } },
    /1,000 tokens a day of openai:gpt-6/,
  ],
  ["a model's money", { models: { [model]: { usd_per_day: 0.9 } } }, /\$0.9 a day of openai:gpt-6/],
])("%s are held", async (_, change, told) => {
  const ada = await limited(change);
  const budget = modelBudget(db);
  (await budget.admit(ada, expected))();
  await recordModelCalls(db, { keepPrompts: false }).record(used(ada));
  await expect(budget.admit(ada, expected)).rejects.toThrow(told);
});

test("what others, their keys and other models use counts for the workspace only", async () => {
  const models = { [model]: { tokens_per_day: 1_000 } };
  const ada = await limited({ model_tokens_per_day_user: 1_000, model_tokens_per_day_key: 1_000, models });
  const record = recordModelCalls(db, { keepPrompts: false });
  await record.record(used({ ...ada, kind: "key" }, { model: "openai:gpt-6-mini" }));
  await record.record(used({ ...ada, user: "bob" }, { model: "openai:gpt-6-mini" }));
  const budget = modelBudget(db);
  (await budget.admit(ada, expected))();
  await expect(budget.admit({ ...ada, kind: "key" }, expected)).rejects.toThrow(/of one API key/);
});

test("calls that are under way count", async () => {
  const ada = await limited({ models: { [model]: { tokens_per_day: 250 } } });
  const budget = modelBudget(db);
  const tries = await Promise.allSettled([1, 2, 3].map(() => budget.admit(ada, expected)));
  const admitted = tries.filter(({ status }) => status === "fulfilled");
  expect(admitted.length).toBeLessThanOrEqual(2);
  for (const { value } of admitted as PromiseFulfilledResult<() => void>[]) value();
  (await budget.admit(ada, expected))();
});

test.each([
  [{ models: { gpt: { usd_per_day: 1 } } }, /provider:model/],
  [{ models: { [model]: { usd: 1 } } }, /usd/],
  [{ model_usd_per_day_user: -1 }, /model_usd_per_day_user/],
])("%j is refused", async (change, told) => {
  await expect(limited(change)).rejects.toThrow(told);
});
