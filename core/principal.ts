import type { Permission } from "./permission.ts";

/** Roles of a workspace's users; the permissions of each stand in access.ts. */
export const roles = ["ADMIN", "SALES_MANAGER", "SALES_REP", "MARKETING_MANAGER"] as const;
export type Role = (typeof roles)[number];

/**
 * On whose behalf an operation runs. Transports make it from a credential (or, locally, from the workspace that
 * the process was started for); it is never built from a tool's or a request's arguments.
 */
export interface Principal {
  tenant: { id: string; name: string };
  user: string;
  roles: readonly Role[];
  /** What its token or key is confined to; absent: all that the roles grant. */
  scopes?: readonly Permission[];
  /** What it was made from: the process itself, a person's token, or an API key. */
  kind?: "local" | "user" | "key";
}
