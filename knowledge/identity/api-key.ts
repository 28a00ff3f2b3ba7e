import type { Permission } from "#core/permission.ts";
import type { Role } from "#core/principal.ts";

/** A key as it may be shown: nothing of its secret. */
export interface ApiKey {
  id: string;
  name: string;
  /** On whose behalf it acts: whose records are its own. */
  user: string;
  roles: Role[];
  /** What it is confined to; null: all that its roles grant. */
  scopes: Permission[] | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** The columns of an ApiKey in api_keys. */
export const keyColumns = `id, name, user_id AS "user", roles, scopes, created_by AS "createdBy", created_at AS "createdAt",
  expires_at AS "expiresAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;
