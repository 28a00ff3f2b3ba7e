import type { Principal } from "#core/principal.ts";

/** On whose behalf messages of a source are worked on: like a sales manager, in the source's own name. */
export function sourcePrincipal(tenant: Principal["tenant"], name: string): Principal {
  return { tenant, user: `webhook:${name}`, roles: ["SALES_MANAGER"], kind: "key" };
}
