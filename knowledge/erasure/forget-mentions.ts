import type { Principal } from "#core/principal.ts";
import { forgetAnswers } from "../answers/stored-answers.ts";
import type { Transaction } from "../db/database.ts";
import { type ContactTraces, names, tracesAsValues } from "./contact-traces.ts";

/** What stands where a value was in a text that goes on being used. */
const erased = "[erased]";

/**
 * Takes a contact out of the tables that no foreign key of its own reaches, by its ids, emails, full names and telephone numbers.
 * What models were sent and said goes altogether: its personal data was taken out before it was stored, so nobody can be found in it.
 * @returns rows by table
 */
export async function forgetMentions(
  tx: Transaction,
  { tenant }: Principal,
  traces: ContactTraces,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, text] of statements) {
    const { rowCount } = await tx.query(text, [tenant.id, ...tracesAsValues(traces)]);
    counts[table] = (counts[table] ?? 0) + rowCount;
  }
  const texts = await tx.query(
    `update model_calls set prompt = null, response = null
      where tenant_id = $1 and (prompt is not null or response is not null)`,
    [tenant.id],
  );
  const { rows } = await tx.query<{ answers: number }>(
    `select count(*)::int as answers from kept_answers where tenant_id = $1`,
    [tenant.id],
  );
  await forgetAnswers(tx, tenant.id);
  return { ...counts, model_calls: texts.rowCount, kept_answers: rows[0]?.answers ?? 0 };
}

const mentionedIn = (...texts: string[]) => `tenant_id = $1 and (${texts.map(names).join(" or ")})`;

/** `$2`, `$3` and `$4` are what the contact is known by. */
const statements: readonly (readonly [table: string, sql: string])[] = [
  ["idempotency_keys", `delete from idempotency_keys where ${mentionedIn("key")}`],
  // The key goes on standing for its request: it has its effect once.
  [
    "idempotency_keys",
    `update idempotency_keys set body = '{"body": null, "headers": {}}' where ${mentionedIn("body::text")}`,
  ],
  // A message that is stored stays known by its id, so that sent again it has no effect; one that waits is not carried out any more.
  [
    "webhook_messages",
    `update webhook_messages set body = '{}', result = null, error = null, processed_at = coalesce(processed_at, now()),
        message_id = case when ${names("message_id")} then id::text else message_id end
      where ${mentionedIn("body::text", "result::text", "error", "message_id")}`,
  ],
  [
    "webhook_deliveries",
    `update webhook_deliveries set last_error = null where ${mentionedIn("last_error")}`,
  ],
  ["insight_runs", `delete from insight_runs where ${mentionedIn("result::text", "parameters::text")}`],
  ["proposals", `delete from proposals where contact_id is null and ${mentionedIn("payload::text")}`],
  [
    "background_jobs",
    `update background_jobs set result = null, error = null,
        input = case when ${names("input::text")} then '{}' else input end
      where ${mentionedIn("result::text", "error::text", "input::text")}`,
  ],
  [
    "imports",
    `update imports set file_name = case when ${names("file_name")} then '${erased}' else file_name end, settings = '{}'
      where ${mentionedIn("file_name", "settings::text")}`,
  ],
  ["drafting_rules", `delete from drafting_rules where ${mentionedIn("value")}`],
  // Entries may not be changed: the same ones stand there anew, with our id where a caller named the contact otherwise.
  [
    "audit_log",
    `with gone as (delete from audit_log where ${mentionedIn("details::text")}
        or (tenant_id = $1 and lower(target) = any($3::text[])) returning *)
      insert into audit_log (tenant_id, at, actor, actor_kind, action, target, outcome, from_address, request_id, details)
        select tenant_id, at, actor, actor_kind, action,
          case when lower(target) = any($3::text[]) then ($2::text[])[1] else target end, outcome, from_address, request_id, '{}'
        from gone`,
  ],
];

/**
 * Takes a contact out of stored models: its id, and what it is known by. Their numbers stay; they say nothing of one lead.
 * @returns how many models held it
 */
export async function forgetInModels(
  tx: Transaction,
  { tenant }: Principal,
  { contactId, values, phones }: ContactTraces,
): Promise<number> {
  const literal = [contactId, ...values].map((value) => value.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const pattern = [...literal, ...(phones === null ? [] : [phones])].join("|");
  const { rowCount } = await tx.query(
    `update scoring_models set artifact = regexp_replace(artifact::text, $2, $3, 'gi')::jsonb,
        report = regexp_replace(report::text, $2, $3, 'gi')::jsonb
      where tenant_id = $1 and (artifact::text ~* $2 or report::text ~* $2)`,
    [tenant.id, pattern, nobody],
  );
  return rowCount;
}

/** An id that no contact has. */
const nobody = "00000000-0000-0000-0000-000000000000";
