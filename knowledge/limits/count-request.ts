import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { type LimitSettings, loadLimits } from "./limit-settings.ts";

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

const windowSeconds = 60;
/** Milliseconds after which changed limits hold in every process. */
const settingsMs = 5_000;

/**
 * Counts requests by the minute, of a key or a user first and then of the workspace, so that one who sends too many takes
 * nothing from the others. Counted in Postgres for all processes together, in memory when the database is embedded or
 * cannot be reached. The local user of an own machine is not limited.
 */
export function requestCounter(db: Database): CountRequest {
  const settings = cachedSettings(db);
  const limiters = new Map<number, RateLimiterMemory | RateLimiterPostgres>();
  const limiterOf = (points: number) => {
    const limiter = limiters.get(points) ?? openLimiter(db, points);
    limiters.set(points, limiter);
    return limiter;
  };
  return async (principal) => {
    const limits = await settings(principal.tenant.id);
    if (principal.kind === "local") return unlimited(limits);
    const own = await take(limiterOf(ownLimit(principal, limits)), ownKey(principal));
    if (!own.isWithin) return own;
    const all = await take(limiterOf(limits.requests_per_minute), `t:${principal.tenant.id}`);
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
  return { limit, remaining: limit, resetSeconds: windowSeconds, isWithin: true };
}

async function take(limiter: RateLimiterMemory | RateLimiterPostgres, key: string) {
  const told = (res: RateLimiterRes, isWithin: boolean) => ({
    limit: limiter.points,
    remaining: Math.max(0, res.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(res.msBeforeNext / 1_000)),
    isWithin,
  });
  try {
    return told(await limiter.consume(key), true);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return told(refusal, false);
    throw new AppError("DATABASE_UNAVAILABLE", "Requests cannot be counted now. Try again.", {
      retryable: true,
      cause: refusal,
    });
  }
}

function openLimiter(db: Database, points: number): RateLimiterMemory | RateLimiterPostgres {
  const memory = new RateLimiterMemory({ points, duration: windowSeconds, keyPrefix: "r" });
  if (db.kind === "embedded") return memory;
  return new RateLimiterPostgres({
    storeClient: {
      // Named statements would be tied to one connection of the pool, or to one behind a pooler.
      query: ({ text, values }: { text: string; values?: unknown[] }) =>
        db.withoutTransaction((session) => session.query(text, values)),
    },
    storeType: "client",
    tableName: "request_counts",
    tableCreated: true,
    keyPrefix: "r",
    points,
    duration: windowSeconds,
    clearExpiredByTimeout: true,
    insuranceLimiter: memory,
  });
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
