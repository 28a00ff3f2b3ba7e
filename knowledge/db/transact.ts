import type { Pool, PoolClient } from "pg";
import { AppError } from "#core/errors.ts";
import type { Transaction } from "./database.ts";
import { isConnectionLost } from "./sql-error.ts";

/** Thrown when it is not known whether the transaction was saved. */
export class CommitUnknown extends Error {}

/**
 * Runs work in one transaction on one connection: commits when it returns, rolls back when it throws. Work that only reads is not kept
 * waiting for the answer to its COMMIT, which changes nothing.
 * @param begin SQL that opens the transaction, sent in one round trip.
 * @throws CommitUnknown when the connection was lost between sending COMMIT and its answer; else what failed.
 */
export async function transact<T>(
  pool: Pool,
  { begin, readOnly }: { begin: string; readOnly: boolean },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  const release = () => {
    client.off("error", onError);
    client.release(broken);
  };
  try {
    await client.query(begin);
    const result = await work(transactionOn(client));
    const committed = commit(client);
    if (readOnly) {
      committed
        .catch((error: Error) => {
          broken ??= error;
        })
        .finally(release);
      return result;
    }
    await committed;
    release();
    return result;
  } catch (error) {
    broken ??= await rollBack(client, error);
    release();
    // Work may have turned the loss into an error of its own, or failed on something else while it happened.
    throw broken && !(error instanceof CommitUnknown) && !isConnectionLost(error) ? broken : error;
  }
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
export function transactionOn(client: PoolClient): Transaction {
  return {
    query: async <Row extends object>(text: string, values?: readonly unknown[]) => {
      const result = await client.query<Row>(text, values as unknown[] | undefined);
      return { rows: result.rows ?? [], rowCount: result.rowCount ?? 0 };
    },
  };
}
