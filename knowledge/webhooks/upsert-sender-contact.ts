import type { Principal } from "#core/principal.ts";
import { createContact } from "../crm/create-contact.ts";
import { lockImports } from "../crm/lock-imports.ts";
import { updateContact } from "../crm/update-contact.ts";
import type { Transaction } from "../db/database.ts";
import type { ContactData } from "./message-kinds.ts";

/**
 * Changes the contact that a message speaks of, or makes it: the one with its externalId, else one with its email.
 * @throws AppError CONFLICT where the contact with that email is known by another externalId, VALIDATION_FAILED
 */
export async function upsertSenderContact(
  tx: Transaction,
  principal: Principal,
  data: ContactData,
): Promise<{ id: string; created: boolean }> {
  await lockImports(tx, principal);
  const found = await findSenderContact(tx, principal, data);
  if (!found) return { id: await createContact(tx, principal, data), created: true };
  await updateContact(tx, principal, { id: found, given: data });
  return { id: found, created: false };
}

/** Our id of the contact; undefined when there is none. One that another externalId names is another lead of the same person. */
export async function findSenderContact(
  tx: Transaction,
  { tenant }: Principal,
  { externalId, email }: Pick<ContactData, "externalId" | "email">,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM contacts WHERE tenant_id = $1
        AND (external_id = $2 OR lower(email) = lower($3) AND (external_id IS NULL OR $2::text IS NULL))
      ORDER BY external_id IS NOT DISTINCT FROM $2 DESC, updated_at DESC, id LIMIT 1`,
    [tenant.id, externalId ?? null, email ?? null],
  );
  return rows[0]?.id;
}
