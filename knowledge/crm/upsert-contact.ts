import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { ContactGiven } from "./contact-given.ts";
import { type ContactView, readContactView } from "./contact-view.ts";
import { createContact } from "./create-contact.ts";
import { lockImports } from "./lock-imports.ts";
import { updateContact } from "./update-contact.ts";

/**
 * Changes the contact with an external id, or makes it: for systems that know contacts by ids of their own.
 * @throws AppError CONFLICT when another contact has the email, VALIDATION_FAILED, FORBIDDEN
 */
export async function upsertContact(
  tx: Transaction,
  principal: Principal,
  { externalId, given }: { externalId: string; given: ContactGiven },
): Promise<{ contact: ContactView; created: boolean }> {
  await lockImports(tx, principal);
  const { rows } = await tx.query<{ id: string }>(
    "select id from contacts where tenant_id = $1 and external_id = $2",
    [principal.tenant.id, externalId],
  );
  if (rows[0])
    return { contact: await updateContact(tx, principal, { id: rows[0].id, given }), created: false };
  const id = await createContact(tx, principal, { ...given, externalId });
  return { contact: await readContactView(tx, principal, id), created: true };
}
