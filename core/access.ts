import { AppError } from "./errors.ts";
import type { Permission } from "./permission.ts";
import type { Principal, Role } from "./principal.ts";

export type { Permission };

type Grant = Permission | `${Permission}:own` | "*";

const grants: Record<Role, readonly Grant[]> = {
  ADMIN: ["*"],
  SALES_MANAGER: [
    "contacts:read",
    "contacts:write",
    "interactions:read",
    "interactions:write",
    "workflows:read",
    "reports:read",
  ],
  SALES_REP: ["contacts:read", "contacts:write:own", "interactions:read:own", "interactions:write:own"],
  MARKETING_MANAGER: ["contacts:read", "workflows:read", "workflows:write", "analytics:read", "reports:read"],
};

/**
 * Says how far a principal may use a permission: on all records, or on those assigned to them. The one place that decides it.
 * @throws AppError FORBIDDEN when no role grants it; with `scope` when a role does and the token or key is confined to others.
 */
export function authorize(principal: Principal, permission: Permission): "all" | "own" {
  const reach = reachOf(principal.roles, permission);
  if (reach === "none") {
    throw new AppError(
      "FORBIDDEN",
      `This needs the permission ${permission}, which ${principal.user} does not have. Ask an administrator of ${principal.tenant.name}.`,
    );
  }
  if (!principal.scopes || principal.scopes.includes(permission)) return reach;
  throw new AppError(
    "FORBIDDEN",
    `This needs the scope ${permission}, which the ${principal.kind === "key" ? "key" : "token"} of ${principal.user} does not carry. Use one that does.`,
    { scope: permission },
  );
}

/** How far roles together reach with a permission, whatever the credential is confined to. */
export function reachOf(roles: readonly Role[], permission: Permission): "all" | "own" | "none" {
  const held = roles.flatMap((role) => grants[role]);
  if (held.includes("*") || held.includes(permission)) return "all";
  return held.includes(`${permission}:own`) ? "own" : "none";
}
