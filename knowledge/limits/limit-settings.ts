import { z } from "zod";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

const aMinute = z.number().int().min(1).max(1_000_000);
const tokensADay = z.number().int().min(0).max(1e12);
const usdADay = z.number().min(0).max(1e6);

export const limitSettings = z.strictObject({
  /** Requests a minute of the whole workspace, of one user and of one API key. */
  requests_per_minute: aMinute.default(120_000),
  requests_per_minute_user: aMinute.default(12_000),
  requests_per_minute_key: aMinute.default(60_000),
  /** Tokens of language models a day (UTC), prompts and responses together; 0 uses none. */
  model_tokens_per_day: tokensADay.default(5_000_000),
  /** What language models may cost a day (UTC). */
  model_usd_per_day: usdADay.default(20),
  /** The same of one user, and of one API key; absent: no less than the workspace's. */
  model_tokens_per_day_user: tokensADay.optional(),
  model_usd_per_day_user: usdADay.optional(),
  model_tokens_per_day_key: tokensADay.optional(),
  model_usd_per_day_key: usdADay.optional(),
  /** The same of single models, by `provider:model`. */
  models: z
    .record(
      z.string(),
      z.strictObject({ tokens_per_day: tokensADay.optional(), usd_per_day: usdADay.optional() }),
    )
    .refine((models) => Object.keys(models).every((model) => /^[^:\s]+:\S+$/.test(model)), {
      error: "name models as provider:model",
    })
    .default({}),
  /** Days after their last activity that records of customers are kept; absent: for ever. */
  customer_data_days: z.number().int().min(30).max(36_500).optional(),
});
/** How much of the service a workspace may use. */
export type LimitSettings = z.infer<typeof limitSettings>;

/** What holds where nobody has said otherwise. */
export const defaultLimits: LimitSettings = limitSettings.parse({});

/** A workspace's limits; a row that cannot be read any more is as if it were not there. */
export async function loadLimits(tx: Transaction, tenantId: string): Promise<LimitSettings> {
  const { rows } = await tx.query<{ settings: unknown }>(
    `select settings from limit_settings where tenant_id = $1`,
    [tenantId],
  );
  const read = limitSettings.safeParse(rows[0]?.settings ?? {});
  return read.success ? read.data : defaultLimits;
}

/**
 * Changes some limits and says what they are then. Administrators only.
 * @throws AppError FORBIDDEN, VALIDATION_FAILED naming the limit that is wrong
 */
export async function changeLimits(
  tx: Transaction,
  { tenant, user, roles }: Principal,
  change: Record<string, unknown>,
): Promise<LimitSettings> {
  if (!roles.includes("ADMIN")) {
    throw new AppError("FORBIDDEN", `Only an administrator of ${tenant.name} changes its limits. Ask one.`);
  }
  const read = limitSettings.safeParse({ ...(await loadLimits(tx, tenant.id)), ...change });
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".") || "limits"}: ${issue.message}`);
    throw new AppError("VALIDATION_FAILED", `These limits cannot be. ${wrong.join("; ")}.`);
  }
  await tx.query(
    `insert into limit_settings (tenant_id, settings, updated_by) values ($1, $2, $3)
     on conflict (tenant_id) do update set settings = excluded.settings, updated_by = excluded.updated_by, updated_at = now()`,
    [tenant.id, JSON.stringify(read.data), user],
  );
  return read.data;
}
