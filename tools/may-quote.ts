import { reachOf } from "#core/access.ts";
import type { Permission } from "#core/permission.ts";
import type { Principal } from "#core/principal.ts";

const needed: Permission = "interactions:read";

/** Whether a principal may be shown what was written with a contact: contacts are open to more roles and credentials than their messages are. */
export function mayQuote(
  { roles, scopes, user }: Principal,
  { assignedTo }: { assignedTo: string | null },
): boolean {
  if (scopes && !scopes.includes(needed)) return false;
  const reach = reachOf(roles, needed);
  return reach === "all" || (reach === "own" && assignedTo === user);
}
