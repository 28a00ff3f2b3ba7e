import { z } from "zod";
import { roles } from "#core/principal.ts";
import type { User } from "#knowledge/identity/user.ts";

export const role = z.enum(roles);

/** A user as callers see one. */
export const userShape = z.object({
  id: z.string().describe("As it stands in tokens and in contacts' assignedTo."),
  email: z.string().nullable(),
  name: z.string().nullable(),
  role,
  preferences: z.object({
    auto_response_enabled: z.boolean().optional(),
    response_delay_hours: z.number().optional(),
    max_response_length: z.number().optional(),
  }),
  createdAt: z.string(),
  lastLogin: z.string().nullable().describe("With an access token; to the minute."),
  deactivatedAt: z.string().nullable().describe("Since when they are not let in."),
});

export function toUserShape(user: User): z.infer<typeof userShape> {
  return {
    ...user,
    createdAt: user.createdAt.toISOString(),
    lastLogin: user.lastLogin?.toISOString() ?? null,
    deactivatedAt: user.deactivatedAt?.toISOString() ?? null,
  };
}
