/** A transaction's way to the database: plain SQL with positional parameters ($1 …). */
export interface Transaction {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<{ rows: Row[]; rowCount: number }>;
}

export interface QueryOptions {
  /**
   * Keeps the statement parsed and planned on each connection to a Postgres server. For texts that never vary, that many requests run, and
   * whose plan is the same whatever the values: look-ups by a key. A quarter of the database's work remains (docs/decisions/0020).
   */
  prepared?: boolean;
}

export interface TransactionOptions {
  /**
   * True when doing the work twice leaves the same rows: then a connection lost while COMMIT was under way is
   * tried again too. Work that fails before COMMIT is always tried again when the connection was lost.
   */
  idempotent?: boolean;
}

/** Port: the embedded database and a Postgres server behave the same behind it. Connects and migrates on first use. */
export interface Database {
  readonly kind: "embedded" | "postgres";
  /** Runs work as the application role with row-level security bound to one tenant. @throws AppError DATABASE_UNAVAILABLE */
  withTenant<T>(
    tenantId: string,
    work: (tx: Transaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** The same for work that only reads, which the database enforces: tried again whenever the connection was lost. */
  readTenant<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs work as the owner, outside any tenant: the directory of workspaces, and nothing of a customer's. */
  withSystem<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Runs, as the owner, statements that refuse a transaction, such as CREATE INDEX CONCURRENTLY; each is saved by itself. What is
   * SET there must be RESET: the connection goes back to the others.
   */
  withoutTransaction<T>(work: (session: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
