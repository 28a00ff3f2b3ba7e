import { AppError } from "./errors.ts";
import type { Principal, Role } from "./principal.ts";

/** What a tool may need: a resource and a verb. */
export type Permission =
  | "contacts:read"
  | "contacts:write"
  | "interactions:read"
  | "interactions:write"
  | "workflows:read"
  | "workflows:write"
  | "analytics:read"
  | "reports:read";

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
 * Says how far a principal may use a permission: on all records, or on those assigned to them.
 * @throws AppError FORBIDDEN when no role grants it.
 */
export function authorize(principal: Principal, permission: Permission): "all" | "own" {
  const held = principal.roles.flatMap((role) => grants[role]);
  if (held.includes("*") || held.includes(permission)) return "all";
  if (held.includes(`${permission}:own`)) return "own";
  throw new AppError(
    "FORBIDDEN",
    `This needs the permission ${permission}, which ${principal.user} does not have. Ask an administrator of ${principal.tenant.name}.`,
  );
}
