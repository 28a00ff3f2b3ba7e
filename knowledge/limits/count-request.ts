import { RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import type { RedisConnection } from "./connect-redis.ts";
import { type LimitSettings, loadLimits } from "./limit-settings.ts";
import { requestLimiter } from "./request-limiter.ts";
import { type TakeOne, takeInLots } from "./take-in-lots.ts";

/** What is left of a limit after a request was counted. */
export interface Allowance {
  /** Requests a minute. */
  limit: number;
  remaining: number;
  /** Seconds until the count begins anew. */
  resetSeconds: number;
}

/** Counts a request. `isWithin` false: it is not to be served. */
export type CountRequest = (principal: Principal) => Promise<Allowance & { isWithin: boolean }>;

export interface Counting {
  /** Instead of the database. */
  redis?: RedisConnection | undefined;
  /** Default: 60. */
  windowSeconds?: number;
}

const minute = 60;
/** Milliseconds after which changed limits hold in every process. */
const settingsMs = 5_000;

/**
 * Counts requests by the minute, of a key or a user first and then of the workspace, so that one who sends too many takes
 * nothing from the others. request-limiter.ts says where, take-in-lots.ts how seldom. The local user of an own machine is not limited.
 */
export function requestCounter(db: Database, { redis, windowSeconds = minute }: Counting = {}): CountRequest {
  const settings = cachedSettings(db);
  const takers = new Map<number, TakeOne>();
  const counted = (limit: number, key: string) => {
    const takeOne = takers.get(limit) ?? takeInLots(requestLimiter({ db, redis, windowSeconds }, limit));
    takers.set(limit, takeOne);
    return take(takeOne, { limit, key });
  };
  return async (principal) => {
    const limits = await settings(principal.tenant.id);
    if (principal.kind === "local") return unlimited(limits);
    const own = await counted(ownLimit(principal, limits), ownKey(principal));
    if (!own.isWithin) return own;
    const all = await counted(limits.requests_per_minute, `t:${principal.tenant.id}`);
    return all.isWithin && own.remaining < all.remaining ? own : all;
  };
}

function ownLimit({ kind }: Principal, limits: LimitSettings): number {
  return kind === "key" ? limits.requests_per_minute_key : limits.requests_per_minute_user;
}

function ownKey({ kind, tenant, user }: Principal): string {
  return `${kind === "key" ? "k" : "u"}:${tenant.id}:${user}`;
}

function unlimited({ requests_per_minute: limit }: LimitSettings) {
  return { limit, remaining: limit, resetSeconds: minute, isWithin: true };
}

async function take(takeOne: TakeOne, { limit, key }: { limit: number; key: string }) {
  const told = (res: RateLimiterRes, isWithin: boolean) => ({
    limit,
    remaining: Math.max(0, res.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(res.msBeforeNext / 1_000)),
    isWithin,
  });
  try {
    return told(await takeOne(key), true);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return told(refusal, false);
    throw new AppError("DATABASE_UNAVAILABLE", "Requests cannot be counted now. Try again.", {
      retryable: true,
      cause: refusal,
    });
  }
}

function cachedSettings(db: Database) {
  const known = new Map<string, { limits: Promise<LimitSettings>; until: number }>();
  return (tenantId: string): Promise<LimitSettings> => {
    const now = performance.now();
    const cached = known.get(tenantId);
    if (cached && now < cached.until) return cached.limits;
    const limits = db.readTenant(tenantId, (tx) => loadLimits(tx, tenantId));
    limits.catch(() => known.delete(tenantId));
    known.set(tenantId, { limits, until: now + settingsMs });
    return limits;
  };
}
