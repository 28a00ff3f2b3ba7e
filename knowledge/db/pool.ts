import { Socket } from "node:net";
import type { Pool, PoolConfig } from "pg";
import type { Config } from "#core/config.ts";
import { log } from "#core/log.ts";
import { readOwnerRecord } from "./embedded/owner-record.ts";

/** PGlite runs one statement at a time; more connections would only wait inside it. */
const embeddedConnections = 4;
const postgresConnections = 10;

/** Long enough that a working assistant finds its database open, short enough that a forgotten one lets it close. */
const embeddedIdleMs = 600_000;

/** Makes the pool of connections to the configured database; nothing connects yet. */
export async function createPool(
  config: Pick<Config, "databaseUrl" | "home"> & Partial<Pick<Config, "poolSize">>,
): Promise<Pool> {
  const { default: pg } = await import("pg");
  const types = {
    getTypeParser: ((oid: number, format?: "text" | "binary") =>
      oid === pg.types.builtins.INT8 && format !== "binary"
        ? Number
        : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({
    ...(config.databaseUrl ? serverAt(config.databaseUrl, config.poolSize) : embeddedIn(config.home)),
    types,
    pipeline: true,
    allowExitOnIdle: true,
    application_name: "rapport",
  });
  // An idle connection that breaks is replaced on next use; without a listener its error would end the process.
  pool.on("error", (error) => log.debug(error, "an idle database connection was lost"));
  // One that breaks in the moment in which it is handed over has no other listener; its next statement says so.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  return pool;
}

function serverAt(connectionString: string, poolSize: number | undefined): PoolConfig {
  return {
    connectionString,
    max: poolSize ?? postgresConnections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
}

function embeddedIn(home: string): PoolConfig {
  return {
    user: "postgres",
    database: "postgres",
    ssl: false,
    max: embeddedConnections,
    idleTimeoutMillis: embeddedIdleMs,
    stream: () => socketToOwner(home),
  };
}

/** A socket that connects to where the home's owner listens at that moment, whatever host and port it is told. */
function socketToOwner(home: string): Socket {
  const socket = new Socket();
  const connect = socket.connect.bind(socket);
  socket.connect = () => {
    const address = readOwnerRecord(home)?.address;
    if (address) return connect(address);
    return socket.destroy(Object.assign(new Error("no database was started here yet"), { code: "ENOENT" }));
  };
  return socket;
}
