import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { connectRedis, type RedisConnection } from "./connect-redis.ts";
import { type CountRequest, requestCounter } from "./count-request.ts";
import { changeLimits } from "./limit-settings.ts";
import { hasRedis, type RedisServer, redisForTests } from "./redis-for-tests.ts";

// One contract for each place where requests are counted; two counters are two processes, but in memory, where each counts for itself.

const db = testDatabase();
const places = ["memory", "postgres", ...(hasRedis ? ["redis"] : [])];
let server: RedisServer;
const connections: RedisConnection[] = [];

beforeAll(async () => {
  if (!hasRedis) return;
  server = await redisForTests();
  await server.start();
});
afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await server?.kill();
});

if (!hasRedis) test.skip("Redis is left out: /usr/bin/redis-server is not installed");

async function openCounter(place: string, windowSeconds?: number): Promise<CountRequest> {
  if (place !== "redis") {
    const kind = place === "memory" ? ("embedded" as const) : ("postgres" as const);
    return requestCounter({ ...db, kind }, windowSeconds ? { windowSeconds } : {});
  }
  const redis = await connectRedis(server.url);
  connections.push(redis);
  return requestCounter(db, { redis, ...(windowSeconds ? { windowSeconds } : {}) });
}

async function limited(change: Record<string, number>): Promise<Principal> {
  const admin = await freshWorkspace();
  await db.withTenant(admin.tenant.id, (tx) => changeLimits(tx, admin, change));
  return { ...admin, kind: "user" };
}

describe.each(places)("counted in %s", (place) => {
  test("exactly as many requests pass as the limits allow", async () => {
    const admin = await limited({ requests_per_minute_user: 40, requests_per_minute: 60 });
    const counters = [await openCounter(place)];
    if (place !== "memory") counters.push(await openCounter(place));
    const send = async (user: string) => {
      const sent = Array.from({ length: 120 }, (_, i) => counters[i % counters.length]?.({ ...admin, user }));
      return (await Promise.all(sent)).filter((count) => count?.isWithin).length;
    };
    expect(await send("ada")).toBe(40);
    expect(await send("bob")).toBe(20);
  });

  test("what is left and when it begins anew is told, and then it does", async () => {
    const admin = await limited({ requests_per_minute_user: 2 });
    const count = await openCounter(place, 2);
    expect(await count(admin)).toEqual({ limit: 2, remaining: 1, resetSeconds: 2, isWithin: true });
    expect(await count(admin)).toMatchObject({ remaining: 0, isWithin: true });
    const refused = await count(admin);
    expect(refused).toMatchObject({ limit: 2, remaining: 0, isWithin: false });
    expect([1, 2]).toContain(refused.resetSeconds);
    await wait(refused.resetSeconds * 1_000 + 50);
    expect(await count(admin)).toMatchObject({ remaining: 1, isWithin: true });
  });
});

test.runIf(hasRedis)(
  "while Redis is away each process counts for itself; when it is back, together",
  async () => {
    const own = await redisForTests();
    await own.start();
    try {
      const admin = await limited({ requests_per_minute_user: 10 });
      const connected = [await connectRedis(own.url), await connectRedis(own.url)];
      connections.push(...connected);
      const [first, second] = connected.map((redis) => requestCounter(db, { redis }));
      if (!first || !second) throw new Error("two counters");
      for (let i = 0; i < 3; i++) await first(admin);
      expect((await second(admin)).remaining).toBe(6);

      await own.kill();
      const alone = [];
      for (let i = 0; i < 12; i++) alone.push((await first(admin)).isWithin);
      expect(alone.filter(Boolean)).toHaveLength(10);
      expect((await second(admin)).remaining).toBe(9);
      await expect(connected[0]?.ping()).rejects.toThrow();

      await own.start();
      await vi.waitFor(() => Promise.all(connected.map((redis) => redis.ping())), { timeout: 5_000 });
      expect((await first(admin)).remaining).toBe(9);
      expect((await second(admin)).remaining).toBe(8);
    } finally {
      await own.kill();
    }
  },
);

test.runIf(hasRedis)("a Redis that is not there when the process starts is used once it is", async () => {
  const late = await redisForTests();
  try {
    const admin = await limited({ requests_per_minute_user: 10 });
    const redis = await connectRedis(late.url);
    connections.push(redis);
    const count = requestCounter(db, { redis });
    expect((await count(admin)).remaining).toBe(9);
    await late.start();
    await vi.waitFor(() => redis.ping(), { timeout: 5_000 });
    expect((await count(admin)).remaining).toBe(9);
  } finally {
    await late.kill();
  }
});
