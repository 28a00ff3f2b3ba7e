import type { Database } from "#knowledge/db/database.ts";
import type { VerifyKey } from "#knowledge/identity/verify-key.ts";
import { once } from "./once.ts";

/** Keys as operators make, list and revoke them. */
export function identityOperations(db: Database) {
  return {
    createKey: async (...args: Rest<typeof import("#knowledge/identity/create-key.ts").createKey>) =>
      (await import("#knowledge/identity/create-key.ts")).createKey(db, ...args),
    listKeys: async (...args: Rest<typeof import("#knowledge/identity/list-keys.ts").listKeys>) =>
      (await import("#knowledge/identity/list-keys.ts")).listKeys(db, ...args),
    revokeKey: async (...args: Rest<typeof import("#knowledge/identity/revoke-key.ts").revokeKey>) =>
      (await import("#knowledge/identity/revoke-key.ts")).revokeKey(db, ...args),
  };
}

/** What tells who a credential is for; loaded when the first one comes. */
export function identityParts(db: Database) {
  const verifyKey = once(async () => (await import("#knowledge/identity/verify-key.ts")).openVerifyKey(db));
  const findTenant = once(async () =>
    (await import("#knowledge/identity/find-tenant.ts")).openFindTenant(db),
  );
  return {
    verifyKey: (async (key) => (await verifyKey())(key)) satisfies VerifyKey,
    findTenant: async (nameOrId: string) => (await findTenant())(nameOrId),
  };
}

/** A function's parameters after its database. */
type Rest<F> = F extends (db: Database, ...args: infer Args) => unknown ? Args : never;
