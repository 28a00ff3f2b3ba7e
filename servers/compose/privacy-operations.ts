import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { RetentionOptions } from "#knowledge/retention/run-retention.ts";

/** What operators do with records whose time is up; code is loaded when it is called. */
export function privacyOperations(db: Database) {
  return {
    runRetention: async (principal: Principal, options?: RetentionOptions) =>
      (await import("#knowledge/retention/run-retention.ts")).runRetention(db, principal, options),
  };
}
