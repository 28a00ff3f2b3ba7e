import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** By what a contact is found where no foreign key leads to it. */
export interface ContactTraces {
  contactId: string;
  /** Of the contact first, then of its conversations, interactions, drafts and proposals. */
  ids: string[];
  /** Emails, full names and ids of other systems that it has or had, in small letters, as text and as JSON has them. */
  values: string[];
  /** A regular expression of its telephone numbers, however they are grouped; null: it has none. */
  phones: string | null;
}

/** Shorter ids of other systems would be found everywhere. */
const shortestId = 6;
const shortestName = 5;
/** Digits that tell one telephone from others, from the end: with and without the country's prefix. */
const tellingDigits = 9;

interface Known {
  ids: string[];
  externalIds: (string | null)[];
  fields: Fields[];
}

interface Fields {
  email?: unknown;
  firstName?: unknown;
  lastName?: unknown;
  phone?: unknown;
}

/** Collects what a contact, now or in its history, is known by. */
export async function contactTraces(
  tx: Transaction,
  { tenant }: Principal,
  contactId: string,
): Promise<ContactTraces> {
  const { rows } = await tx.query<Known>(
    `with c as (select * from contacts where tenant_id = $1 and id = $2),
       v as (select id, external_id from conversations where tenant_id = $1 and contact_id = $2),
       i as (select id from interactions where tenant_id = $1
         and (contact_id = $2 or conversation_id in (select id from v))),
       d as (select id from drafts where tenant_id = $1 and contact_id = $2),
       p as (select id from proposals where tenant_id = $1 and contact_id = $2)
     select array(select id::text from c union all select id::text from v union all select id::text from i
         union all select id::text from d union all select id::text from p) as ids,
       array(select external_id from c union all select external_id from v) as "externalIds",
       (select coalesce(jsonb_agg(changes), '[]') from contact_history where tenant_id = $1 and contact_id = $2)
         || (select jsonb_agg(jsonb_build_object('email', email, 'firstName', first_name, 'lastName', last_name, 'phone', phone)) from c)
         as fields`,
    [tenant.id, contactId],
  );
  const { ids = [], externalIds = [], fields = [] } = rows[0] ?? {};
  const values = [...fields.flatMap(namesAndEmails), ...externalIds.filter((id) => isTelling(id))];
  const phones = fields.flatMap(({ phone }) => (typeof phone === "string" ? phonePattern(phone) : []));
  return {
    contactId,
    ids,
    values: [...new Set(values.filter((value) => value !== null).flatMap(inTexts))],
    phones: phones.length > 0 ? [...new Set(phones)].join("|") : null,
  };
}

const isTelling = (id: string | null) => id !== null && id.length >= shortestId;

function namesAndEmails({ email, firstName, lastName }: Fields): string[] {
  const name = [firstName, lastName].filter((part) => typeof part === "string" && part.trim() !== "");
  const whole = name.length === 2 ? [name.join(" "), name.toReversed().join(", ")] : [];
  return [
    ...(typeof email === "string" && email.includes("@") ? [email] : []),
    ...whole.filter((text) => text.length >= shortestName),
  ];
}

/** As it stands in a text, and in JSON. */
function inTexts(value: string): string[] {
  const small = value.toLowerCase();
  return [small, JSON.stringify(small).slice(1, -1)];
}

/** Only digits count; what stands between two of them does not. */
function phonePattern(phone: string): string[] {
  const digits = phone.replace(/\D/g, "").slice(-tellingDigits);
  return digits.length >= 7 ? [[...digits].join("[^0-9a-z]{0,3}")] : [];
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** SQL: whether a text names the contact; `$2`, `$3` and `$4` are tracesAsValues. */
export function names(text: string): string {
  const small = `lower(coalesce(${text}, ''))`;
  return `(exists (select from regexp_matches(${small}, '${uuid}', 'g') m where m[1] = any($2::text[]))
    or exists (select from unnest($3::text[]) v where position(v in ${small}) > 0) or coalesce(${small} ~ $4::text, false))`;
}

/** `$2`, `$3` and `$4` of `names`. */
export const tracesAsValues = ({ ids, values, phones }: ContactTraces) => [ids, values, phones] as const;
