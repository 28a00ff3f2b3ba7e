import type { Db } from "pg-boss";
import type { Database, Transaction } from "../db/database.ts";

/** Lets pg-boss work on the connections that there are. What it sends is waited for while the database is away. */
export function bossDatabase(db: Database): Db {
  return {
    executeSql: (text, values) =>
      db.withoutTransaction(async (session) => {
        try {
          return await session.query(text, values);
        } catch (error) {
          // It sends whole transactions as one text; one that failed half-way must not stay open on a shared connection.
          await session.query("ROLLBACK").catch(() => undefined);
          throw error;
        }
      }),
  };
}

/** Lets a call of pg-boss be part of a transaction. */
export function bossTransaction(tx: Transaction): Db {
  return { executeSql: (text, values) => tx.query(text, values) };
}
