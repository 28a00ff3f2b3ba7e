import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import type { Pool, PoolClient } from "pg";
import { AppError } from "#core/errors.ts";
import type { QueryOptions, Transaction } from "./database.ts";
import { isConnectionLost } from "./sql-error.ts";

/** Thrown when it is not known whether the transaction was saved. */
export class CommitUnknown extends Error {}

/** How a transaction begins and ends. */
export interface Manner {
  /** SQL that opens it, sent in one round trip. */
  begin: string;
  readOnly: boolean;
  /** Whether the server keeps prepared statements for each of our connections. */
  mayPrepare: boolean;
}

/**
 * Runs work in one transaction on one connection: commits when it returns, rolls back when it throws. Work that only reads waits neither
 * for the answer to its COMMIT, which changes nothing, nor for that to its beginning: its first query follows at once, and is worth
 * nothing if the beginning fails.
 * @throws CommitUnknown when the connection was lost between sending COMMIT and its answer; else what failed.
 */
export async function transact<T>(
  pool: Pool,
  { begin, readOnly, mayPrepare }: Manner,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await borrow(pool);
  const { client, release } = connection;
  try {
    const tx = transactionOn(client, mayPrepare);
    const result = readOnly
      ? await beginWith(client, begin, () => work(tx))
      : await client.query(begin).then(() => work(tx));
    const committed = commit(client);
    if (readOnly) {
      committed
        .catch((error: Error) => {
          connection.broken ??= error;
        })
        .finally(release);
      return result;
    }
    await committed;
    release();
    return result;
  } catch (error) {
    connection.broken ??= await rollBack(client, error);
    const { broken } = connection;
    release();
    // Work may have turned the loss into an error of its own, or failed on something else while it happened.
    throw broken && !(error instanceof CommitUnknown) && !isConnectionLost(error) ? broken : error;
  }
}

/** Runs work on one connection outside a transaction. @throws what failed */
export async function onConnection<T>(pool: Pool, work: (session: Transaction) => Promise<T>): Promise<T> {
  const connection = await borrow(pool);
  try {
    return await work(transactionOn(connection.client));
  } catch (error) {
    if (isConnectionLost(error)) connection.broken ??= error as Error;
    throw error;
  } finally {
    connection.release();
  }
}

interface Borrowed {
  client: PoolClient;
  /** Why others must not use the connection. */
  broken: Error | undefined;
  release(): void;
}

/** Takes a connection. One that breaks while nothing waits for it tells so by an event, which ends the process where nobody listens. */
async function borrow(pool: Pool): Promise<Borrowed> {
  const client = await pool.connect();
  const onError = (error: Error) => {
    borrowed.broken = error;
  };
  const borrowed: Borrowed = {
    client,
    broken: undefined,
    release: () => {
      client.off("error", onError);
      client.release(borrowed.broken);
    },
  };
  client.on("error", onError);
  return borrowed;
}

/** Sends the beginning and the work's first query in one packet. @throws what the beginning throws, else what the work does */
async function beginWith<T>(client: PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  const begun = client.query(begin);
  process.nextTick(() => stream.uncork());
  const [beginning, worked] = await Promise.allSettled([begun, work()]);
  if (beginning.status === "rejected") throw beginning.reason;
  if (worked.status === "rejected") throw worked.reason;
  return worked.value;
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query("COMMIT").catch((error: unknown) => {
    throw isConnectionLost(error)
      ? new CommitUnknown("the connection was lost while saving", { cause: error })
      : error;
  });
  if (command === "ROLLBACK") {
    throw new AppError("INTERNAL", "A statement failed and its error was ignored: nothing was saved.");
  }
}

/** Returns the error that makes the connection unfit for others. */
async function rollBack(client: PoolClient, reason: unknown): Promise<Error | undefined> {
  if (reason instanceof CommitUnknown || isConnectionLost(reason)) return reason as Error;
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Plain queries on one connection. */
function transactionOn(client: PoolClient, mayPrepare = false): Transaction {
  return {
    query: async <Row extends object>(
      text: string,
      values?: readonly unknown[],
      { prepared = false }: QueryOptions = {},
    ) => {
      const given = values as unknown[] | undefined;
      const query =
        prepared && mayPrepare ? { name: nameOf(text), text, values: given } : { text, values: given };
      const result = await client.query<Row>(query);
      return { rows: result.rows ?? [], rowCount: result.rowCount ?? 0 };
    },
  };
}

const names = new Map<string, string>();

/** A prepared statement's name: the same for the same text, in every process. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `r${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
  names.set(text, name);
  return name;
}
