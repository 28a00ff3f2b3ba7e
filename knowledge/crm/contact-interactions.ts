import type { Interaction, InteractionType } from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { readContactView } from "./contact-view.ts";
import { ensureOwn } from "./own-contacts.ts";
import { listInteractions } from "./timeline.ts";

export interface InteractionQuery {
  contactId: string;
  type?: InteractionType | undefined;
  before?: Date | undefined;
  /** 1–200. */
  limit: number;
}

/** The interactions of one contact, most recent first. @throws AppError NOT_FOUND, FORBIDDEN */
export async function contactInteractions(
  tx: Transaction,
  principal: Principal,
  { contactId, type, before, limit }: InteractionQuery,
): Promise<Interaction[]> {
  const contact = await readContactView(tx, principal, contactId);
  ensureOwn(principal, "interactions:read", contact);
  return listInteractions(tx, principal, {
    contactId: contact.id,
    limit,
    ...(before ? { before } : {}),
    ...(type ? { type } : {}),
  });
}
