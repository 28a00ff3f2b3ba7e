import type { Config } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { RedisConnection } from "#knowledge/limits/connect-redis.ts";
import type { CountRequest } from "#knowledge/limits/count-request.ts";
import { type DependencyState, measured } from "../http/operation/health.ts";
import { once } from "./once.ts";

/** Opens what counts requests: loaded and connected with the first request or look at its health. */
export function openCounting({ config: { redisUrl }, db }: { config: Config; db: Database }) {
  let connecting: Promise<RedisConnection> | undefined;
  const redis = () => {
    if (redisUrl) connecting ??= connect(redisUrl);
    return connecting;
  };
  const counter = once(async () => {
    const { requestCounter } = await import("#knowledge/limits/count-request.ts");
    return requestCounter(db, { redis: await redis() });
  });
  const countRequest: CountRequest = async (principal: Principal) => (await counter())(principal);
  return {
    countRequest,
    /** How Redis is doing, where it is used. */
    states: async (): Promise<Record<string, DependencyState>> => {
      const connection = await redis();
      return connection ? { redis: await measured(connection.ping) } : {};
    },
    close: async () => (await connecting)?.close(),
  };
}

async function connect(url: string): Promise<RedisConnection> {
  const { connectRedis } = await import("#knowledge/limits/connect-redis.ts");
  return connectRedis(url);
}
