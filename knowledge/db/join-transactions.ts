import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, Transaction } from "./database.ts";

/** A transaction that work within it joins instead of beginning its own. */
interface Joined {
  tenantId: string;
  tx: Transaction;
  /** Work that is under way in it: one connection takes one at a time. */
  tail: Promise<unknown>;
  isOver: boolean;
}

const joined = new AsyncLocalStorage<Joined>();

/**
 * The same database, whose tenant work joins the transaction that `withinTransaction` opened around it for that tenant: it is saved or
 * not with all the rest. Work that throws leaves nothing behind, as alone (a savepoint). Outside, nothing is different.
 */
export function joinTransactions(db: Database): Database {
  const join =
    (alone: Database["readTenant"]): Database["readTenant"] =>
    (tenantId, work) => {
      const around = joined.getStore();
      return around && !around.isOver && around.tenantId === tenantId
        ? inTurn(around, work)
        : alone(tenantId, work);
    };
  return {
    ...db,
    withTenant: (tenantId, work, options) =>
      join((id, inside) => db.withTenant(id, inside, options))(tenantId, work),
    readTenant: join(db.readTenant),
  };
}

/** Runs work whose transactions for the tenant, whoever begins them, become parts of `tx`. It is over when all that was begun has ended. */
export async function withinTransaction<T>(
  { tenantId, tx }: Pick<Joined, "tenantId" | "tx">,
  work: () => Promise<T>,
): Promise<T> {
  const around: Joined = { tenantId, tx, tail: Promise.resolve(), isOver: false };
  try {
    return await joined.run(around, work);
  } finally {
    // What nobody waited for may have begun more meanwhile.
    for (let last: unknown; last !== around.tail; ) {
      last = around.tail;
      await around.tail;
    }
    around.isOver = true;
  }
}

function inTurn<T>(around: Joined, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const run = around.tail.then(async () => {
    await around.tx.query("SAVEPOINT joined");
    try {
      const result = await work(around.tx);
      await around.tx.query("RELEASE SAVEPOINT joined");
      return result;
    } catch (error) {
      // A connection that is lost says so itself; what made the work fail is what counts.
      await around.tx.query("ROLLBACK TO SAVEPOINT joined").catch(() => undefined);
      throw error;
    }
  });
  around.tail = run.catch(() => undefined);
  return run;
}
