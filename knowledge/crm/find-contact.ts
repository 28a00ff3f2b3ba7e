import { type Contact, displayName } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type ContactRow, contactColumns, toContact } from "./contact-row.ts";

/** How a caller may point at a stored contact; the first that is given counts. */
export interface ContactReference {
  /** Our id, or the id that the contact was imported with. */
  id?: string;
  email?: string;
  /** Full name; case does not matter. */
  name?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds exactly one contact.
 * @throws AppError NOT_FOUND when none fits, AMBIGUOUS naming the candidates when several do.
 */
export async function findContact(
  tx: Transaction,
  principal: Principal,
  reference: ContactReference,
): Promise<Contact> {
  const { condition, value, shown } = toCondition(reference);
  const { rows } = await tx.query<ContactRow>(
    `select ${contactColumns} from contacts c where c.tenant_id = $1 and ${condition} order by c.updated_at desc, c.id limit 6`,
    [principal.tenant.id, value],
  );
  const [first, ...others] = rows.map(toContact);
  if (!first) throw new AppError("NOT_FOUND", notFound(shown, principal.tenant.name));
  if (others.length > 0) throw new AppError("AMBIGUOUS", ambiguous(shown, [first, ...others]));
  return first;
}

function toCondition({ id, email, name }: ContactReference): {
  condition: string;
  value: string;
  shown: string;
} {
  if (id !== undefined) {
    const condition = uuid.test(id) ? "(c.id = $2::uuid or c.external_id = $2::text)" : "c.external_id = $2";
    return { condition, value: id, shown: `id ${shorten(id)}` };
  }
  if (email !== undefined) {
    return { condition: "lower(c.email) = lower($2)", value: email.trim(), shown: `email ${shorten(email)}` };
  }
  if (name !== undefined) {
    const condition = "lower(coalesce(c.first_name || ' ', '') || coalesce(c.last_name, '')) = lower($2)";
    return { condition, value: name.trim().replace(/\s+/g, " "), shown: `name ${shorten(name)}` };
  }
  throw new AppError("VALIDATION_FAILED", "Say which contact: give its contact_id, its email or its name.");
}

function shorten(text: string): string {
  const clean = text.replace(/\s+/g, " ").trim();
  return JSON.stringify(clean.length > 60 ? `${clean.slice(0, 60)}…` : clean);
}

function notFound(shown: string, workspace: string): string {
  return `No contact with ${shown} in workspace ${workspace}. Look it up with find_leads, or import it first.`;
}

function ambiguous(shown: string, candidates: Contact[]): string {
  const listed = candidates
    .slice(0, 5)
    .map((c) => `${displayName(c)}, ${c.company ?? "no company"}: ${c.externalId ?? c.id}`);
  const more = candidates.length > 5 ? "; and more" : "";
  return `Several contacts have the ${shown}: ${listed.join("; ")}${more}. Call again with the contact_id of the one you mean.`;
}
