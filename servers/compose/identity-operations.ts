import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { NewUser } from "#knowledge/identity/create-user.ts";
import type { UserQuery } from "#knowledge/identity/list-users.ts";
import type { UserChange } from "#knowledge/identity/update-user.ts";
import type { FindUser } from "#knowledge/identity/user-standing.ts";
import type { VerifyKey } from "#knowledge/identity/verify-key.ts";
import { once } from "./once.ts";

/** Keys and users as operators make, list and change them. */
export function identityOperations(db: Database) {
  return {
    createKey: async (...args: Rest<typeof import("#knowledge/identity/create-key.ts").createKey>) =>
      (await import("#knowledge/identity/create-key.ts")).createKey(db, ...args),
    listKeys: async (...args: Rest<typeof import("#knowledge/identity/list-keys.ts").listKeys>) =>
      (await import("#knowledge/identity/list-keys.ts")).listKeys(db, ...args),
    revokeKey: async (...args: Rest<typeof import("#knowledge/identity/revoke-key.ts").revokeKey>) =>
      (await import("#knowledge/identity/revoke-key.ts")).revokeKey(db, ...args),
    listUsers: async (principal: Principal, query: UserQuery) => {
      const { listUsers } = await import("#knowledge/identity/list-users.ts");
      return db.readTenant(principal.tenant.id, (tx) => listUsers(tx, principal, query));
    },
    createUser: async (principal: Principal, user: NewUser) => {
      const { createUser } = await import("#knowledge/identity/create-user.ts");
      return db.withTenant(principal.tenant.id, (tx) => createUser(tx, principal, user));
    },
    updateUser: async (principal: Principal, id: string, change: UserChange) => {
      const { updateUser } = await import("#knowledge/identity/update-user.ts");
      return db.withTenant(principal.tenant.id, (tx) => updateUser(tx, principal, { id, change }));
    },
  };
}

/** What tells who a credential is for; loaded when the first one comes. */
export function identityParts(db: Database) {
  const verifyKey = once(async () => (await import("#knowledge/identity/verify-key.ts")).openVerifyKey(db));
  const findTenant = once(async () =>
    (await import("#knowledge/identity/find-tenant.ts")).openFindTenant(db),
  );
  const findUser = once(async () => (await import("#knowledge/identity/user-standing.ts")).openFindUser(db));
  return {
    verifyKey: (async (key) => (await verifyKey())(key)) satisfies VerifyKey,
    findTenant: async (nameOrId: string) => (await findTenant())(nameOrId),
    findUser: (async (tenantId, user) => (await findUser())(tenantId, user)) satisfies FindUser,
  };
}

/** A function's parameters after its database. */
type Rest<F> = F extends (db: Database, ...args: infer Args) => unknown ? Args : never;
