import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";

export interface MadeUpWorkspace {
  contacts: number;
  /** Of all contacts together. */
  interactions: number;
  /** The days before `to` in which everything happens. */
  days: number;
  to: Date;
  /** The same seed makes the same rows, ids included. */
  seed?: number;
  onProgress?(text: string): void;
}

/**
 * Fills a workspace with contacts of 400 companies, their interactions (three of four are messages of conversations, of 10 to 60 words),
 * the outcomes of two thirds of them, and stored scores. Nothing in it differs on purpose: it is for measuring time, not findings.
 */
export async function insertMadeUpWorkspace(
  db: Database,
  principal: Principal,
  { seed = 1, onProgress = () => {}, ...size }: MadeUpWorkspace,
): Promise<void> {
  const insert = (text: string, values: readonly unknown[] = []) =>
    db.withTenant(principal.tenant.id, (tx) => tx.query(text, [principal.tenant.id, seed, ...values]));
  const { contacts, interactions, days, to } = size;
  await insert(companiesSql);
  await insert(contactsSql, [contacts, to, days]);
  await insert(conversationsSql, [contacts]);
  // One interaction of each contact after the other, as time brings them: a contact's rows do not stand together.
  for (let nth = 1; nth <= Math.round(interactions / contacts); nth += 1) {
    await insert(interactionsSql, [contacts, nth, to, days]);
    onProgress(`${(nth * contacts).toLocaleString("en-GB")} interactions`);
  }
  await insert(outcomesSql, [contacts, to, days]);
  await insert(scoresSql, [contacts, to]);
  // What the owner's process does with an embedded database while nobody is there, and autovacuum on a server.
  await db.withoutTransaction(async (session) => {
    for (const table of ["companies", "contacts", "conversations", "interactions", "outcomes", "lead_scores"])
      await session.query(`vacuum (analyze) ${table}`);
  });
}

/** A number in [0, 1) that the seed ($2), a row and a purpose decide. */
const random = (row: string, purpose: string) =>
  `((hashtextextended('${purpose}' || (${row})::text, $2::int) & 1073741823) / 1073741824.0)`;

const id = (kind: string, row: string) => `md5('${kind}' || $2::int || ':' || (${row}) || $1::uuid)::uuid`;

const one = (values: readonly string[], row: string, purpose: string) =>
  `(array[${values.map((value) => `'${value}'`).join(", ")}])[1 + floor(${values.length} * ${random(row, purpose)})::int]`;

const companiesSql = `insert into companies (tenant_id, id, name, industry, employees)
  select $1::uuid, ${id("company", "g")}, 'Company ' || g, ${one(["Retail", "Health", "Energy", "Media", "Software", "Logistics"], "g", "industry")},
    floor(exp(9 * ${random("g", "size")}))::int from generate_series(1, 400) g`;

/** Contact number g: a place in the period, more of them in its second half. */
const cameAt = (to: string, days: string) =>
  `(${to}::timestamptz - interval '1 day' * ${days}::float8 * power(${random("g", "came")}, 1.2))`;

const contactsSql = `insert into contacts (tenant_id, id, external_id, email, first_name, last_name, company, company_id, position,
    status, source, assigned_to, metadata, custom_fields, created_at)
  select $1::uuid, ${id("contact", "g")}, 'c' || g, 'c' || g || '@bench.example', 'First' || g % 997, 'Last' || g, 'Company ' || n, ${id("company", "n")},
    ${one(["CEO", "CTO", "Head of Sales", "Buyer"], "g", "position")}, ${one(["LEAD", "LEAD", "LEAD", "PROSPECT", "CUSTOMER", "INACTIVE"], "g", "status")},
    ${one(["Referral", "Website", "Website", "Event", "Partner", "Cold call", "Advertisement"], "g", "source")},
    'rep-' || floor(20 * ${random("g", "rep")})::int,
    case when ${random("g", "campaigned")} < 0.4 then jsonb_build_object('campaignId', 'cmp-' || floor(40 * ${random("g", "campaign")})::int) else '{}' end,
    jsonb_build_object('budget', floor(10000 * ${random("g", "budget")}), 'region', 'region ' || g % 9, 'note', repeat('n', 60)),
    ${cameAt("$4", "$5")}
  from (select g, 1 + floor(400 * ${random("g", "company")})::int as n from generate_series(1, $3::int) g) g`;

const conversationsSql = `insert into conversations (tenant_id, id, external_id, contact_id, channel, stage)
  select $1::uuid, ${id("conversation", "g")}, 't' || g, ${id("contact", "g")}, 'EMAIL',
    case when ${random("g", "staged")} < 0.3 then ${one(["discovery", "offer", "negotiation"], "g", "stage")} end
  from generate_series(1, $3::int) g`;

const inboundShare = 0.4;

const interactionsSql = `insert into interactions (tenant_id, id, external_id, contact_id, conversation_id, type, channel, direction, content,
    sender, content_hash, occurred_at)
  select $1::uuid, ${id("interaction", "row")}, 'i' || row, ${id("contact", "g")},
    case when ${random("row", "message")} < 0.75 then ${id("conversation", "g")} end, kind,
    case kind when 'PHONE_CALL' then 'PHONE' when 'MEETING' then 'IN_PERSON' else kind end,
    case when ${random("row", "direction")} < ${inboundShare} then 'INBOUND' else 'OUTBOUND' end,
    repeat('some words of ', 5 + floor(25 * ${random("row", "length")})::int), 'c' || g || '@bench.example', md5(row::text),
    came + ($5::timestamptz - came) * least(1, 60 / greatest(1, $6::float8)) * power(${random("row", "at")}, 2)
  from (select g, ${cameAt("$5", "$6")} as came, g * 1000::bigint + $4::int as row,
      ${one(["EMAIL", "EMAIL", "EMAIL", "CHAT", "PHONE_CALL", "MEETING"], "g * 1000::bigint + $4::int", "kind")} as kind
    from generate_series(1, $3::int) g) i`;

const outcomesSql = `insert into outcomes (tenant_id, contact_id, result, occurred_at, source, idempotency_key)
  select $1::uuid, ${id("contact", "g")}, case when ${random("g", "won")} < 0.25 then 'won' else 'lost' end,
    came + ($4::timestamptz - came) * power(${random("g", "ended")}, 2), 'bench', 'bench'
  from (select g, ${cameAt("$4", "$5")} as came from generate_series(1, $3::int) g) g where ${random("g", "open")} < 0.66`;

const scoresSql = `insert into lead_scores (tenant_id, contact_id, engine, probability, low, high, band, confidence, factors, as_of, contact_version)
  select $1::uuid, ${id("contact", "g")}, 'local', p, p * 0.8, least(1, p * 1.2), (array['D', 'C', 'B', 'A'])[1 + floor(4 * p)::int], 0.7, '[]', $4, $4
  from (select g, ${random("g", "score")} as p from generate_series(1, $3::int) g) g`;
