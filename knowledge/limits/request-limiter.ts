import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from "rate-limiter-flexible";
import type { Database } from "../db/database.ts";
import type { RedisConnection } from "./connect-redis.ts";

/** Where requests are counted: Redis where there is one, else the database. */
export interface CountingPlace {
  db: Database;
  redis?: RedisConnection | undefined;
  /** Seconds that one count lasts. */
  windowSeconds: number;
}

/**
 * Makes what counts up to so many requests a window: in Redis or Postgres for all processes together, in memory with the
 * embedded database, and for as long as the shared place cannot be reached.
 */
export function requestLimiter(
  { db, redis, windowSeconds }: CountingPlace,
  points: number,
): RateLimiterAbstract {
  const counted = { points, duration: windowSeconds, keyPrefix: "r" };
  const memory = new RateLimiterMemory(counted);
  if (redis) {
    return new RateLimiterRedis({
      ...counted,
      keyPrefix: "rapport:r",
      storeClient: redis.client,
      rejectIfRedisNotReady: true,
      insuranceLimiter: memory,
    });
  }
  if (db.kind === "embedded") return memory;
  return new RateLimiterPostgres({
    ...counted,
    storeClient: {
      // Named statements would be tied to one connection of the pool, or to one behind a pooler.
      query: ({ text, values }: { text: string; values?: unknown[] }) =>
        db.withoutTransaction((session) => session.query(text, values)),
    },
    storeType: "client",
    tableName: "request_counts",
    tableCreated: true,
    clearExpiredByTimeout: true,
    insuranceLimiter: memory,
  });
}
