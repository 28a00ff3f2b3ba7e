import type { Redis } from "ioredis";
import { log } from "#core/log.ts";

/** A connection to Redis that makes itself anew whenever it is lost. */
export interface RedisConnection {
  readonly client: Redis;
  /** Resolves when Redis answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that connecting, and one command, may take: a request waits for its count. */
const connectMs = 1_000;
const commandMs = 250;
/** Milliseconds between tries to connect again, at most. */
const againMs = 1_000;

/**
 * Connects to Redis and resolves when it answers or the first try has failed. While it is away commands fail at once
 * rather than wait for it.
 * @param url redis:// or rediss://
 */
export async function connectRedis(url: string): Promise<RedisConnection> {
  const { Redis } = await import("ioredis");
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: connectMs,
    commandTimeout: commandMs,
    retryStrategy: (tries) => Math.min(tries * 50, againMs),
  });
  let isAway = false;
  client.on("error", (error) => {
    // Once for each time that it goes, not for each try.
    if (!isAway) log.warn({ err: error }, "Redis cannot be reached: requests are counted in this process");
    isAway = true;
  });
  client.on("ready", () => {
    if (isAway) log.warn("Redis is back: requests are counted for all processes together");
    isAway = false;
  });
  await client.connect().catch(() => undefined);
  return {
    client,
    ping: async () => void (await client.ping()),
    close: async () => client.disconnect(),
  };
}
