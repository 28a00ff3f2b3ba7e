import { z } from "zod";
import type { Role } from "#core/principal.ts";

/** What people choose for themselves; what is not named has the product's own default. */
export const preferences = z.strictObject({
  auto_response_enabled: z.boolean().optional(),
  /** Hours before a reply goes out. */
  response_delay_hours: z.number().min(0).max(720).optional(),
  /** Characters of a reply. */
  max_response_length: z.number().int().min(50).max(20_000).optional(),
});
export type Preferences = z.infer<typeof preferences>;

/** A person of a workspace, by the id that stands in tokens and in contacts' assigned_to. */
export interface User {
  id: string;
  email: string | null;
  name: string | null;
  role: Role;
  preferences: Preferences;
  createdAt: Date;
  /** To the minute. */
  lastLogin: Date | null;
  /** Since when they are not let in. */
  deactivatedAt: Date | null;
}

/** The columns of a User in users. */
export const userColumns = `id, email, name, role, preferences, created_at AS "createdAt", last_login AS "lastLogin",
  deactivated_at AS "deactivatedAt"`;
