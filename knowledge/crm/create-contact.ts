import { authorize } from "#core/access.ts";
import type { FieldValue } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type ContactGiven, fieldsOf } from "./contact-given.ts";
import { insertContacts } from "./insert-contacts.ts";
import { lockImports } from "./lock-imports.ts";
import { ensureAssignable } from "./own-contacts.ts";

/** Of contacts that no file told of: what an import says of them later is new. */
export const givenHash = "given";

/**
 * Stores a new contact with its first history row. Who writes only their own contacts is given it.
 * @returns its id.
 * @throws AppError CONFLICT when a contact has that email or external id, VALIDATION_FAILED, FORBIDDEN
 */
export async function createContact(
  tx: Transaction,
  principal: Principal,
  given: ContactGiven,
): Promise<string> {
  ensureAssignable(principal, given.assignedTo);
  const own = authorize(principal, "contacts:write") === "own" ? { assignedTo: principal.user } : {};
  const fields = present(fieldsOf({ ...given, ...own }));
  const email = textOf(fields.email);
  const externalId = textOf(fields.externalId);
  if (email === null && externalId === null) {
    throw new AppError("VALIDATION_FAILED", "A contact needs an email or an externalId.");
  }
  await lockImports(tx, principal);
  await ensureFree(tx, principal, { email, externalId });
  const draft = { line: 0, externalId, email, hash: givenHash, fields, outcome: undefined };
  const createdAt = new Date().toISOString();
  const source = `user:${principal.user}`;
  await insertContacts(tx, principal, { drafts: [{ ...draft, createdAt }], source });
  const { rows } = await tx.query<{ id: string }>(
    `select id from contacts where tenant_id = $1 and ($2::text is null or lower(email) = lower($2)) and external_id is not distinct from $3
      order by id desc limit 1`,
    [principal.tenant.id, email, externalId],
  );
  return rows[0]?.id ?? "";
}

/** Refuses an email or an external id that another contact has. @throws AppError CONFLICT */
export async function ensureFree(
  tx: Transaction,
  principal: Principal,
  { email, externalId, except }: { email: string | null; externalId: string | null; except?: string },
): Promise<void> {
  const { rows } = await tx.query<{ id: string; same_email: boolean }>(
    `select id, coalesce(lower(email) = lower($2), false) as same_email from contacts
      where tenant_id = $1 and (lower(email) = lower($2) or external_id = $3) and ($4::uuid is null or id <> $4) limit 1`,
    [principal.tenant.id, email, externalId, except ?? null],
  );
  const [taken] = rows;
  if (!taken) return;
  const what = taken.same_email
    ? `the email ${JSON.stringify(email)}`
    : `the externalId ${JSON.stringify(externalId)}`;
  throw new AppError("CONFLICT", `The contact ${taken.id} has ${what} already. Update it instead.`);
}

function present(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
