import type { OnRows } from "#knowledge/backup/watch-parts.ts";
import type { Database } from "#knowledge/db/database.ts";

/** What operators do with workspaces and whole databases; code is loaded when it is called. */
export function tenantOperations(db: Database, home: string) {
  const tenants = () => import("#knowledge/tenants/tenant.ts");
  const making = () => import("#knowledge/tenants/create-tenant.ts");
  const deleting = () => import("#knowledge/tenants/delete-tenant.ts");
  return {
    listTenants: async () => (await tenants()).listTenants(db),
    getTenant: async (name: string) => (await tenants()).getTenant(db, name),
    suspendTenant: async (name: string) => (await tenants()).suspendTenant(db, name),
    resumeTenant: async (name: string) => (await tenants()).resumeTenant(db, name),
    createTenant: async (...args: Rest<Making["createTenant"]>) => (await making()).createTenant(db, ...args),
    fillSandbox: async (...args: Rest<Making["fillSandbox"]>) => (await making()).fillSandbox(db, ...args),
    deleteTenant: async (...args: Rest<Deleting["deleteTenant"]>) =>
      (await deleting()).deleteTenant(db, ...args),
    resetSandbox: async (...args: Rest<Deleting["resetSandbox"]>) =>
      (await deleting()).resetSandbox(db, ...args),
    /** The newest migration that the database has: "0010_events_and_jobs". */
    newestMigration: () =>
      db.withSystem(
        async (tx) => {
          const { rows } = await tx.query<{ tag: string }>("select max(tag) as tag from rapport_migrations");
          return rows[0]?.tag;
        },
        { idempotent: true },
      ),
    tenantUsage: async (since: Date) =>
      (await import("#knowledge/tenants/tenant-usage.ts")).tenantUsage(db, since),
    backUp: async (...args: Rest<typeof import("#knowledge/backup/back-up.ts").backUp>) =>
      (await import("#knowledge/backup/back-up.ts")).backUp(db, ...args),
    restore: async (...args: Rest<typeof import("#knowledge/backup/restore.ts").restore>) =>
      (await import("#knowledge/backup/restore.ts")).restore(db, ...args),
    /** Copies everything into the empty Postgres of that address. @throws AppError as `move` does */
    moveTo: async (
      databaseUrl: string,
      options: { now: Date; onStep?: (step: "checking" | "loading" | "indexing") => void; onRows?: OnRows },
    ) => {
      const { openDatabase } = await import("#knowledge/db/open-database.ts");
      const { move } = await import("#knowledge/backup/move.ts");
      const target = openDatabase({ databaseUrl, home });
      try {
        return await move(db, target, options);
      } finally {
        await target.close();
      }
    },
  };
}

type Making = typeof import("#knowledge/tenants/create-tenant.ts");
type Deleting = typeof import("#knowledge/tenants/delete-tenant.ts");

/** A function's parameters after its database. */
type Rest<F> = F extends (db: Database, ...args: infer Args) => unknown ? Args : never;
