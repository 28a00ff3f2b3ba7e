import { inject } from "vitest";
import { loadConfig } from "#core/config.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { compose, type Overrides } from "../compose/compose.ts";
import type { HttpOptions } from "../http/app.ts";
import { type RunningServer, serveHttp } from "../http/serve.ts";

/** Serves one workspace of the test's database over HTTP, on a free port of loopback. */
export async function serveWorkspace(
  principal: Principal,
  environment: Record<string, string> = {},
  options: Pick<HttpOptions, "extendMcp"> = {},
): Promise<RunningServer> {
  const rapport = composeForTests(environment);
  const { servers, pingDatabase } = rapport;
  const server = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    servers,
    principal: rapport.principal(principal.tenant.name),
    pingDatabase,
    ...options,
  });
  return { ...server, close: () => server.close().finally(rapport.close) };
}

/** The whole product over the test's database, without a language model; what callers do wrong is not logged. */
export function composeForTests(environment: Record<string, string> = {}, overrides: Overrides = {}) {
  log.level = "silent";
  const { databaseUrl, home } = inject("database");
  return compose(
    loadConfig({
      RAPPORT_HOME: home,
      DATABASE_URL: databaseUrl,
      RAPPORT_ENCRYPTION_KEYS: testKey,
      ...environment,
    }),
    overrides,
  );
}

/** 32 bytes, which a Postgres server's secrets need. */
const testKey = `1:${"A".repeat(43)}=`;
