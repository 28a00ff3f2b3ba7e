import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { changedFields, mentionHash, readStored } from "./contact-changes.ts";
import { type ContactGiven, fieldsOf } from "./contact-given.ts";
import { type ContactView, readContactView } from "./contact-view.ts";
import { ensureFree, givenHash } from "./create-contact.ts";
import { lockImports } from "./lock-imports.ts";
import { ensureAssignable, ensureOwn } from "./own-contacts.ts";
import { updateContacts } from "./update-contacts.ts";

export interface ContactUpdate {
  id: string;
  given: ContactGiven;
  /** Nothing is changed if the record has another version by now. */
  version?: string | undefined;
}

/**
 * Changes the fields that are given, with a history row of what differs; returns the contact as it stands then.
 * @throws AppError NOT_FOUND, CONFLICT for another version or an email that is taken, VALIDATION_FAILED, FORBIDDEN
 */
export async function updateContact(
  tx: Transaction,
  principal: Principal,
  { id, given, version }: ContactUpdate,
): Promise<ContactView> {
  const fields = fieldsOf(given);
  if ("email" in fields || "externalId" in fields) await lockImports(tx, principal);
  const before = await lockContact(tx, principal, id);
  ensureOwn(principal, "contacts:write", before);
  ensureVersion(before, version);
  if (given.assignedTo !== before.assignedTo) ensureAssignable(principal, given.assignedTo);
  const stored = (await readStored(tx, principal, [before.id])).get(before.id);
  if (!stored) return before;
  const changed = changedFields(fields, stored.fields);
  if (Object.keys(changed).length === 0) return before;
  await ensureIdentity(tx, principal, { before, changed });
  const hash = stored.hash === null || stored.hash === mentionHash ? givenHash : stored.hash;
  const draft = { line: 0, externalId: null, email: null, hash, createdAt: null, fields, outcome: undefined };
  const change = {
    id: before.id,
    draft,
    fields: changed,
    history: changed,
    outcome: undefined,
    changed: true,
    first: false,
  };
  await updateContacts(tx, principal, { changes: [change], source: `user:${principal.user}` });
  return readContactView(tx, principal, before.id);
}

/** Reads a contact and keeps others from changing it until the transaction ends. @throws AppError NOT_FOUND */
export async function lockContact(tx: Transaction, principal: Principal, id: string): Promise<ContactView> {
  const found = await readContactView(tx, principal, id);
  await tx.query("select 1 from contacts where tenant_id = $1 and id = $2 for update", [
    principal.tenant.id,
    found.id,
  ]);
  return readContactView(tx, principal, id);
}

/** @throws AppError CONFLICT */
export function ensureVersion(contact: ContactView, version: string | undefined): void {
  if (version === undefined || version === contact.version) return;
  throw new AppError(
    "CONFLICT",
    "The contact has changed since it was read. Read it again and send the change with its new ETag.",
  );
}

async function ensureIdentity(
  tx: Transaction,
  principal: Principal,
  { before, changed }: { before: ContactView; changed: Record<string, unknown> },
): Promise<void> {
  const now = (name: "email" | "externalId") =>
    name in changed ? (changed[name] as string | null) : before[name];
  if (now("email") === null && now("externalId") === null) {
    throw new AppError(
      "VALIDATION_FAILED",
      "A contact needs an email or an externalId: one of them has to stay.",
    );
  }
  const email = "email" in changed ? now("email") : null;
  const externalId = "externalId" in changed ? now("externalId") : null;
  if (email !== null || externalId !== null) {
    await ensureFree(tx, principal, { email, externalId, except: before.id });
  }
}
