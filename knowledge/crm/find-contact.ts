import { type Contact, displayName } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type ContactRow, contactColumns, toContact } from "./contact-row.ts";

/** How a caller may point at a stored contact; all that is given must hold. */
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
  const { condition, values, shown } = toCondition(reference);
  const { rows } = await tx.query<ContactRow>(
    `select ${contactColumns} from contacts c where c.tenant_id = $1 and ${condition} order by c.updated_at desc, c.id limit 6`,
    [principal.tenant.id, ...values],
    { prepared: true },
  );
  const [first, ...others] = rows.map(toContact);
  if (!first) throw new AppError("NOT_FOUND", notFound(shown, principal.tenant.name));
  if (others.length > 0) throw new AppError("AMBIGUOUS", ambiguous(shown, [first, ...others]));
  return first;
}

function toCondition({ id, email, name }: ContactReference): {
  condition: string;
  values: string[];
  shown: string;
} {
  const conditions: string[] = [];
  const values: string[] = [];
  const shown: string[] = [];
  const add = (kind: string, value: string, condition: (bound: string) => string) => {
    conditions.push(condition(`$${values.push(value) + 1}`));
    shown.push(`${kind} ${shorten(value)}`);
  };
  if (id !== undefined) {
    add("id", id, (bound) =>
      uuid.test(id)
        ? `(c.id = ${bound}::uuid or c.external_id = ${bound}::text)`
        : `c.external_id = ${bound}`,
    );
  }
  if (email !== undefined) add("email", email.trim(), (bound) => `lower(c.email) = lower(${bound})`);
  if (name !== undefined) {
    const full = "lower(coalesce(c.first_name || ' ', '') || coalesce(c.last_name, ''))";
    add("name", name.trim().replace(/\s+/g, " "), (bound) => `${full} = lower(${bound})`);
  }
  if (conditions.length === 0) {
    throw new AppError("VALIDATION_FAILED", "Say which contact: give its contact_id, its email or its name.");
  }
  return { condition: conditions.join(" and "), values, shown: shown.join(" and ") };
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
