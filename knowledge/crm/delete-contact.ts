import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { ensureOwn } from "./own-contacts.ts";
import { ensureVersion, lockContact } from "./update-contact.ts";

/**
 * Deletes a contact with everything that hangs on it: history, interactions, conversations, scores, drafts, follow-ups.
 * @throws AppError NOT_FOUND, CONFLICT for another version, FORBIDDEN
 */
export async function deleteContact(
  tx: Transaction,
  principal: Principal,
  { id, version }: { id: string; version?: string | undefined },
): Promise<void> {
  const contact = await lockContact(tx, principal, id);
  ensureOwn(principal, "contacts:write", contact);
  ensureVersion(contact, version);
  await tx.query("delete from contacts where tenant_id = $1 and id = $2", [principal.tenant.id, contact.id]);
}
