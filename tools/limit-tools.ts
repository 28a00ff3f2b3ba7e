import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import {
  changeLimits,
  type LimitSettings,
  limitSettings,
  loadLimits,
} from "#knowledge/limits/limit-settings.ts";
import { spentToday } from "#knowledge/limits/model-budget.ts";
import { usageByDay } from "#knowledge/limits/usage-by-day.ts";
import { defineTool } from "./define-tool.ts";
import { moment } from "./moment-input.ts";

const dayMs = 86_400_000;

const limits = z.object({
  requests_per_minute: z.number(),
  requests_per_minute_user: z.number(),
  requests_per_minute_key: z.number(),
  model_tokens_per_day: z.number(),
  model_usd_per_day: z.number(),
  model_tokens_per_day_user: z.number().optional(),
  model_usd_per_day_user: z.number().optional(),
  model_tokens_per_day_key: z.number().optional(),
  model_usd_per_day_key: z.number().optional(),
  models: z.record(
    z.string(),
    z.object({ tokens_per_day: z.number().optional(), usd_per_day: z.number().optional() }),
  ),
  customer_data_days: z.number().optional(),
});

/** Every limit by itself, without what holds where it is not given: null takes it back to that. */
const changes = Object.fromEntries(
  Object.entries(limitSettings.shape).map(([name, setting]) => {
    const given: z.ZodType = setting instanceof z.ZodDefault ? (setting.unwrap() as z.ZodType) : setting;
    return [name, given.nullish()];
  }),
);

const count = z.number().int();
const usage = z.object({
  since: z.string(),
  days: z.array(
    z.object({
      day: z.string().describe("YYYY-MM-DD, in UTC."),
      model: z.string(),
      calls: count,
      failed: count.describe("Those that gave no usable answer."),
      promptTokens: count,
      responseTokens: count,
      costMicroUsd: count.describe("By the price table, in millionths of a dollar."),
    }),
  ),
  today: z
    .object({ tokens: count, costMicroUsd: count, tokensLeft: count, costMicroUsdLeft: count })
    .describe("Of the whole workspace's budget for language models; it begins anew at midnight UTC."),
  limits,
});

/** Makes the verbs over what a workspace uses and may use. */
export const limitTools = (db: Database) => ({
  getUsage: defineTool({
    name: "get_usage",
    title: "Get usage",
    description: "Tells what the workspace used of language models by model and day, and what is left today.",
    input: z.object({ since: moment.optional().describe("Default: 30 days ago.") }),
    output: usage,
    effect: "read",
    permission: "limits:read",
    run: async ({ principal }, { since: given }) => {
      const since = given === undefined ? new Date(Date.now() - 30 * dayMs) : new Date(given);
      const { id } = principal.tenant;
      return db.readTenant(id, async (tx) => {
        const held = await loadLimits(tx, id);
        const spent = await spentToday(tx, id);
        const days = await usageByDay(tx, principal, since);
        return {
          since: since.toISOString(),
          days,
          today: { ...spent, ...leftOf(held, spent) },
          limits: held,
        };
      });
    },
    toText: ({ days }) => `${days.length} days and models.`,
  }),
  getLimits: defineTool({
    name: "get_limits",
    title: "Get limits",
    description:
      "Tells how much of the service the workspace may use: requests a minute, tokens and dollars a day.",
    input: z.object({}),
    output: limits,
    effect: "read",
    permission: "limits:read",
    run: ({ principal: { tenant } }) => db.readTenant(tenant.id, (tx) => loadLimits(tx, tenant.id)),
    toText: ({ requests_per_minute }) => `${requests_per_minute} requests a minute.`,
  }),
  updateLimits: defineTool({
    name: "update_limits",
    title: "Update limits",
    description: "Changes the limits that are given; null takes one back to what holds by default.",
    input: z.object(changes),
    output: limits,
    effect: "write",
    permission: "limits:write",
    run: ({ principal }, given) => {
      const change = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, value ?? undefined]),
      );
      return db.withTenant(principal.tenant.id, (tx) => changeLimits(tx, principal, change), {
        idempotent: true,
      });
    },
    toText: ({ requests_per_minute }) => `${requests_per_minute} requests a minute from now on.`,
  }),
});

function leftOf(held: LimitSettings, spent: { tokens: number; costMicroUsd: number }) {
  return {
    tokensLeft: Math.max(0, held.model_tokens_per_day - spent.tokens),
    costMicroUsdLeft: Math.max(0, Math.round(held.model_usd_per_day * 1e6) - spent.costMicroUsd),
  };
}
