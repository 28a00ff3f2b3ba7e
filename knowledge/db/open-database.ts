import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { Config } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import type { Database, Transaction, TransactionOptions } from "./database.ts";
import { startOwner } from "./embedded/start-owner.ts";
import { migrate } from "./migrate.ts";
import { createPool } from "./pool.ts";
import { isConnectionLost, isSerializationFailure, sqlState } from "./sql-error.ts";
import { CommitUnknown, onConnection, transact } from "./transact.ts";

/** How long a lost database is waited for; shorter as long as it never answered, when the address may be wrong. */
const patienceMs = { known: 30_000, unknown: 5_000 };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Opens the configured database: Postgres at `databaseUrl`, else the embedded one under `home`, whose process is
 * started when nobody has yet. Returns at once; the first use connects and migrates. bigint columns are read as numbers.
 */
export function openDatabase(
  config: Pick<Config, "databaseUrl" | "home"> & Partial<Pick<Config, "poolSize" | "preparedStatements">>,
): Database {
  const kind = config.databaseUrl ? "postgres" : "embedded";
  let pool: Promise<Pool> | undefined;
  let migrated: Promise<unknown> | undefined;
  let answered = kind === "embedded";
  // The embedded server is one session for all: what one client prepares stands in the way of another.
  const mayPrepare = kind === "postgres" && config.preparedStatements !== false;

  const attempt = async <T>(
    begin: string,
    work: (tx: Transaction) => Promise<T>,
    readOnly = false,
  ): Promise<T> => {
    pool ??= createPool(config);
    const result = await transact(await pool, { begin, readOnly, mayPrepare }, work).catch(
      (error: unknown) => {
        throw kind === "embedded" && !readOnly && sqlState(error) === readOnlyState
          ? full(config.home, error)
          : error;
      },
    );
    answered = true;
    return result;
  };

  const revive = async (): Promise<void> => {
    if (kind === "embedded") await startOwner(config.home);
    // Whoever took the database away may have put an older one in its place.
    migrated = undefined;
  };

  const persist = async <T>(run: () => Promise<T>, options: TransactionOptions = {}): Promise<T> => {
    const began = Date.now();
    for (let pause = 25; ; pause = Math.min(pause * 2, 1_000)) {
      try {
        return await run();
      } catch (error) {
        const lost = isLost(error, options);
        if (!lost && !isSerializationFailure(error)) throw error;
        if (Date.now() - began > (answered ? patienceMs.known : patienceMs.unknown))
          throw unavailable(kind, error);
        await sleep(pause * (0.5 + Math.random() / 2));
        if (lost) await revive();
      }
    }
  };

  const owner: Pick<Database, "withSystem"> = {
    withSystem: (work, options) => persist(() => attempt("BEGIN", work), options),
  };

  const prepared = async <T>(run: () => Promise<T>, options?: TransactionOptions): Promise<T> =>
    persist(async () => {
      migrated ??= migrate(owner).catch((error: unknown) => {
        migrated = undefined;
        throw error;
      });
      await migrated;
      return run();
    }, options);

  return {
    kind,
    withTenant: async (tenantId, work, options) => {
      const begin = beginAs(tenantId, "BEGIN");
      return prepared(() => attempt(begin, work), options);
    },
    readTenant: async (tenantId, work) => {
      const begin = beginAs(tenantId, "BEGIN READ ONLY");
      return prepared(() => attempt(begin, work, true), { idempotent: true });
    },
    withSystem: (work, options) => prepared(() => attempt("BEGIN", work), options),
    withoutTransaction: (work) =>
      prepared(
        async () => {
          pool ??= createPool(config);
          return onConnection(await pool, work);
        },
        { idempotent: true },
      ),
    close: async () => {
      const open = pool;
      pool = undefined;
      await (await open)?.end();
    },
  };
}

/** Opens a transaction bound to one tenant, in one round trip. Without JIT, which compiles long statements for longer than they run. */
function beginAs(tenantId: string, begin: string): string {
  if (!uuid.test(tenantId)) {
    throw new AppError("VALIDATION_FAILED", "A workspace's id is a UUID; this one is not.");
  }
  return `${begin}; SET LOCAL ROLE rapport_app; SET LOCAL jit = off; SET LOCAL app.tenant_id = '${tenantId}'`;
}

/** Tries nothing again that may have been saved, unless doing it twice is harmless. @throws AppError when that is unknown */
function isLost(error: unknown, { idempotent }: TransactionOptions): boolean {
  if (error instanceof CommitUnknown && !idempotent) {
    throw new AppError(
      "DATABASE_UNAVAILABLE",
      "The database went away while saving, so this may or may not have been saved. Look before trying again.",
      { retryable: true, cause: error },
    );
  }
  return isConnectionLost(error);
}

/** Of a write where only reads are possible: the embedded database's answer to a disk without room. */
const readOnlyState = "25006";

function full(home: string, cause: unknown): AppError {
  return new AppError(
    "DATABASE_UNAVAILABLE",
    `The disk that holds ${home} is nearly full: nothing can be stored, and what is there can be read. Make room on it, 50 MB at least.`,
    { retryable: true, cause },
  );
}

function unavailable(kind: Database["kind"], cause: unknown): AppError {
  const fix =
    kind === "embedded"
      ? "Run: npm run -s rapport -- doctor"
      : "Check that DATABASE_URL is right and its server is running";
  return new AppError("DATABASE_UNAVAILABLE", `The database cannot be reached. ${fix}.`, {
    retryable: true,
    cause,
  });
}
