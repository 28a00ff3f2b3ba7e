import { toAppError } from "#core/errors.ts";
import { inSpan } from "#core/telemetry.ts";
import type { Database } from "#knowledge/db/database.ts";

const errorTypeOf = (error: unknown) => toAppError(error).code;

/** The same database, each of whose transactions is a span where anything is traced. */
export function tracedDatabase(db: Database): Database {
  const options = (operation: string, tenantId?: string) => ({
    kind: "client" as const,
    attributes: {
      "db.system.name": "postgresql",
      "db.operation.name": operation,
      ...(tenantId === undefined ? {} : { "rapport.tenant.id": tenantId }),
    },
    errorTypeOf,
  });
  return {
    ...db,
    withTenant: (tenantId, work, how) =>
      inSpan("write transaction", options("write", tenantId), () => db.withTenant(tenantId, work, how)),
    readTenant: (tenantId, work) =>
      inSpan("read transaction", options("read", tenantId), () => db.readTenant(tenantId, work)),
    withSystem: (work, how) =>
      inSpan("system transaction", options("system"), () => db.withSystem(work, how)),
  };
}
