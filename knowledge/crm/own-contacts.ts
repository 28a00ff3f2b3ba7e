import { authorize, type Permission } from "#core/access.ts";
import { type Contact, displayName } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";

type Assigned = Pick<Contact, "assignedTo" | "firstName" | "lastName" | "email" | "externalId">;

/** Keeps those who may only use their own contacts to them. @throws AppError FORBIDDEN */
export function ensureOwn(principal: Principal, permission: Permission, contact: Assigned): void {
  if (authorize(principal, permission) === "all" || contact.assignedTo === principal.user) return;
  throw new AppError(
    "FORBIDDEN",
    `${displayName(contact)} is assigned to ${contact.assignedTo ?? "nobody"}; ask them or a manager.`,
  );
}

/** Whom a contact may be assigned to: who writes only their own keeps them. @throws AppError FORBIDDEN */
export function ensureAssignable(principal: Principal, assignedTo: string | null | undefined): void {
  if (assignedTo === undefined || assignedTo === principal.user) return;
  if (authorize(principal, "contacts:write") === "all") return;
  throw new AppError(
    "FORBIDDEN",
    "Only a manager may give a contact to somebody else. Leave assignedTo out.",
  );
}
