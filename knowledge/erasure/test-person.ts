import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importConversations } from "../import/import-conversations.ts";
import { textSource } from "../import/source.ts";

/** Somebody whose every detail is found nowhere else. */
export interface TestPerson {
  id: string;
  email: string;
  name: string;
  phone: string;
  externalId: string;
  /** In small letters: what no table may hold afterwards. */
  marks: string[];
}

/** Makes a person with a conversation, and rows about them in every table that can have some. */
export async function plantPerson(who: Principal, serial: string): Promise<TestPerson> {
  const person = await plantRecords(who, serial);
  await plantRows(who, person);
  return person;
}

/** Makes a person with a conversation. */
export async function plantRecords(who: Principal, serial: string): Promise<TestPerson> {
  const db = testDatabase();
  const [first, last] = [`Zebedee${serial}`, `Quillfeather${serial}`];
  const email = `zebedee.${serial}@persona.example`;
  const phone = `+44 20 7946 ${(Number.parseInt(serial, 36) % 9000) + 1000}`;
  const externalId = `crm-${serial}-1`;
  const name = `${first} ${last}`;
  const table = `id,email,first name,last name,phone,note\n${externalId},${email},${first},${last},${phone},likes ${name}`;
  await importContacts(db, who, textSource("contacts.csv", table), { id: "id" });
  const messages = [
    {
      id: `${serial}-1`,
      at: "2025-01-01T10:00:00Z",
      direction: "in",
      text: `I am ${name}, ring ${phone} or write to ${email}`,
    },
    {
      id: `${serial}-2`,
      at: "2025-01-01T11:00:00Z",
      direction: "out",
      text: `Dear ${name}, the loom is yours.`,
    },
  ];
  const thread = {
    id: `thread-${serial}`,
    contact: externalId,
    channel: "email",
    subject: `For ${name}`,
    messages,
  };
  await importConversations(db, who, textSource("threads.jsonl", JSON.stringify(thread)));
  const id = await idOf(who, externalId);
  const marks = [first, last, email, phone, externalId].map((mark) => mark.toLowerCase());
  return { id, email, name, phone, externalId, marks };
}

async function idOf({ tenant }: Principal, externalId: string): Promise<string> {
  return testDatabase().readTenant(tenant.id, async (tx) => {
    const sql = "select id from contacts where tenant_id = $1 and external_id = $2";
    const { rows } = await tx.query<{ id: string }>(sql, [tenant.id, externalId]);
    return rows[0]?.id ?? "";
  });
}

/** Rows that no import makes; `$2` the contact, `$3` a text that names them, `$4` the same as JSON, `$5` an id. */
async function plantRows(
  { tenant }: Principal,
  { id, email, name, phone }: Pick<TestPerson, "id" | "email" | "name" | "phone">,
): Promise<void> {
  const said = `${name} <${email}>, ${phone}`;
  const json = JSON.stringify({ said, id, rows: [{ email, reason: `no date: ${name}` }] });
  await testDatabase().withTenant(tenant.id, async (tx) => {
    for (const text of inserts) {
      await tx.query(text, [tenant.id, id, said, json, randomUUID()].slice(0, highest(text)));
    }
    await tx.query(
      `insert into job_files (tenant_id, job_id, piece, bytes) select tenant_id, id, 0, $2 from background_jobs
        where tenant_id = $1 and status = 'queued'`,
      [tenant.id, Buffer.from(`id,email\n7,${email.toUpperCase()}\n`)],
    );
  });
}

/** Postgres takes exactly as many values as a text names, each of a type that it can tell. */
const highest = (text: string) => Math.max(...[...text.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)));

const ofThread = "from conversations v where v.tenant_id = $1 and v.contact_id = $2";
const inserts = [
  `insert into contact_history (tenant_id, contact_id, valid_from, source, changes) values ($1, $2, now(), $3, $4)`,
  `insert into outcomes (tenant_id, contact_id, result, source, note, idempotency_key) values ($1, $2, 'won', 'test', $3, $3)`,
  `insert into lead_scores (tenant_id, contact_id, engine, probability, low, high, band, confidence, factors, as_of, contact_version)
    values ($1, $2, $3, .5, .4, .6, 'warm', .5, $4, now(), now())`,
  `insert into score_history (tenant_id, contact_id, probability, low, high, band, as_of) values ($1, $2, .5, .4, .6, 'warm', now())`,
  `insert into score_votes (tenant_id, contact_id, scorer, probability, local_probability, factors) values ($1, $2, $3, .5, .5, $4)`,
  `insert into follow_ups (tenant_id, id, contact_id, due_at, text, created_by) values ($1, gen_random_uuid(), $2, now(), $3, 'ada')`,
  `insert into drafts (tenant_id, id, contact_id, conversation_id, interaction_id, version, response, content, engine, proposed_by, expires_at)
    select $1, gen_random_uuid(), $2, v.id, (select min(i.id::text)::uuid from interactions i where i.tenant_id = $1 and i.conversation_id = v.id),
      1, $3, $4, 'local', 'ada', now() ${ofThread}`,
  `insert into draft_handles (tenant_id, handle, draft_id, issued_to) select $1, gen_random_uuid(), id, 'ada' from drafts
    where tenant_id = $1 and contact_id = $2`,
  `insert into outbox (tenant_id, id, draft_id, contact_id, conversation_id, message_id, idempotency_key, recipients, subject, body)
    select $1, gen_random_uuid(), d.id, $2, d.conversation_id, $3, $3, $4, $3, $3 from drafts d where d.tenant_id = $1 and d.contact_id = $2`,
  `insert into proposals (tenant_id, id, kind, contact_id, payload, proposed_by, expires_at)
    select $1, gen_random_uuid(), $3, each, $4, 'ada', now() from unnest(array[$2::uuid, null]) each`,
  `insert into model_calls (tenant_id, id, user_id, purpose, model, prompt_tokens, response_tokens, response_time_ms, cost_micro_usd, outcome, prompt, response)
    select $1, gen_random_uuid(), 'ada', 'score_lead', 'test:model', 1, 1, 1, 1, 'ok', $3, $3 where $2::uuid is not null`,
  `insert into kept_answers (tenant_id, key, answer, seen_before) select $1, 'k', $4, '1:1:' where $2::uuid is not null and $3::text is not null`,
  `insert into idempotency_keys (tenant_id, user_id, key, request_hash, status, body)
    select $1, 'ada', key, 'hash', 201, $4 from unnest(array['plain', $3::text]) key where $2::uuid is not null`,
  `insert into webhook_sources (tenant_id, id, name, secret, created_by) select $1, $5::uuid, 'site', 's', 'ada' where $2::uuid is not null
    and $3::text is not null and $4::jsonb is not null`,
  `insert into webhook_messages (tenant_id, id, source_id, message_id, body, result, error)
    select tenant_id, gen_random_uuid(), id, $3, $4, $4, $3 from webhook_sources where tenant_id = $1 and $2::uuid is not null`,
  `insert into webhook_endpoints (tenant_id, id, url, event_types, secret, created_by) values ($1, gen_random_uuid(), 'https://hooks.invalid', '{}', 's', 'ada')`,
  `insert into webhook_deliveries (tenant_id, id, endpoint_id, event, body, last_error)
    select tenant_id, gen_random_uuid(), id, '1', jsonb_build_object('id', $2::text), $3 from webhook_endpoints where tenant_id = $1`,
  `insert into insight_runs (tenant_id, id, parameters, data_hash, result, created_by)
    select $1, gen_random_uuid(), '{}', 'hash', $4, 'ada' where $2::uuid is not null and $3::text is not null`,
  `insert into background_jobs (tenant_id, id, kind, status, input, result, error, created_by, finished_at)
    select $1, gen_random_uuid(), 'import', 'done', $4::jsonb, $4::jsonb, $4::jsonb, 'ada', now() where $2::uuid is not null and $3::text is not null`,
  `insert into background_jobs (tenant_id, id, kind, status, input, created_by)
    values ($1, gen_random_uuid(), 'import', 'queued', '{"kind": "contacts"}', 'ada')`,
  `insert into imports (tenant_id, id, kind, file_name, settings) select $1, gen_random_uuid(), 'contacts', $3, $4 where $2::uuid is not null`,
  `insert into drafting_rules (tenant_id, id, kind, value, updated_by) select $1, gen_random_uuid(), 'greeting', $3, 'ada' where $2::uuid is not null`,
  `insert into audit_log (tenant_id, actor, actor_kind, action, target, outcome)
    select $1, 'ada', 'user', 'score_lead', external_id, 'ok' from contacts where tenant_id = $1 and id = $2`,
  `insert into scoring_models (tenant_id, id, version, kind, artifact, report)
    select $1, gen_random_uuid(), 99, 'test', $4, $4 where $2::uuid is not null and $3::text is not null`,
];

/** Tables of the workspace in which a row holds one of the texts, in any column, small letters or large. */
export async function tablesHolding({ tenant }: Principal, texts: readonly string[]): Promise<string[]> {
  return testDatabase().withSystem(async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    await tx.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    const found: string[] = [];
    for (const { name } of tables.rows) {
      // bytea is shown in hex: as text it is the file's own.
      const text = name === "job_files" ? `convert_from(r.bytes, 'UTF8')` : `to_jsonb(r)::text`;
      const { rows } = await tx.query(
        `select 1 from ${name} r where r.tenant_id = $1 and exists (
          select from unnest($2::text[]) m where position(m in lower(${text})) > 0) limit 1`,
        [tenant.id, texts],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  });
}
