import type { Interaction } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { readContactView } from "./contact-view.ts";
import { ensureOwn } from "./own-contacts.ts";
import { getInteractions } from "./timeline.ts";
import { type InteractionContent, writeInteractions } from "./write-interactions.ts";

export type NewInteraction = Omit<InteractionContent, "hash"> & { contactId: string };

/** Of interactions that no file told of. */
const givenHash = "given";

/**
 * Stores one interaction with a contact and marks the contact as changed; the same external id is stored once.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT when the id stands for an interaction with another contact
 */
export async function logInteraction(
  tx: Transaction,
  principal: Principal,
  { contactId, ...content }: NewInteraction,
): Promise<Interaction> {
  const contact = await readContactView(tx, principal, contactId);
  ensureOwn(principal, "interactions:write", contact);
  const row = { ...content, hash: givenHash, contactId: contact.id, conversationId: null };
  const { taken } = await writeInteractions(tx, principal, { rows: [row] });
  if (taken.length > 0) {
    throw new AppError(
      "CONFLICT",
      "An interaction with another contact has this externalId. Give it one of its own.",
    );
  }
  const { rows } = await tx.query<{ id: string }>(
    "select id from interactions where tenant_id = $1 and external_id = $2",
    [principal.tenant.id, content.externalId],
  );
  const [stored] = await getInteractions(
    tx,
    principal,
    rows.map(({ id }) => id),
  );
  if (stored) return stored;
  throw new AppError("CONFLICT", "The interaction was deleted while it was stored. Send it again.", {
    retryable: true,
  });
}
