import type { FieldValue } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/**
 * A contact's fields as they were known just before a moment: known ones in camelCase, the others as `custom.<name>`.
 * Values whose source had no date are taken to have held from the beginning. Empty for an unknown contact.
 */
export async function fieldsAsOf(
  tx: Transaction,
  principal: Principal,
  contactId: string,
  asOf: Date,
): Promise<Record<string, FieldValue>> {
  const { rows } = await tx.query<{ changes: Record<string, FieldValue> }>(
    `select changes from contact_history
      where tenant_id = $1 and contact_id = $2 and valid_from < $3 order by valid_from, seq`,
    [principal.tenant.id, contactId, asOf],
  );
  return Object.assign({}, ...rows.map(({ changes }) => changes));
}
