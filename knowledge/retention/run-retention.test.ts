import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { changeLimits } from "../limits/limit-settings.ts";
import { periods } from "./periods.ts";
import { runRetention } from "./run-retention.ts";

const db = testDatabase();
let who: Principal;
beforeEach(async () => {
  who = await freshWorkspace();
});

const write = (work: (tx: Transaction) => Promise<unknown>) => db.withTenant(who.tenant.id, work);
const count = async (table: string, where = "true") =>
  db.readTenant(who.tenant.id, async (tx) => {
    const sql = `select count(*)::int as rows from ${table} where tenant_id = $1 and ${where}`;
    return (await tx.query<{ rows: number }>(sql, [who.tenant.id])).rows[0]?.rows;
  });
const contact = "00000000-0000-4000-8000-00000000000";
const ago = (days: string) => `now() - make_interval(days => ${days})`;

/** Makes a row of each kind as old as `$2` days; `$3` is an id. */
const rows: Record<string, string> = {
  "prompts and responses of models": `insert into model_calls (tenant_id, id, user_id, purpose, model, prompt_tokens, response_tokens,
      response_time_ms, cost_micro_usd, outcome, prompt, response, generated_at)
    values ($1, $3, 'ada', 'score_lead', 'm', 1, 1, 1, 1, 'ok', 'asked', 'said', ${ago("$2")})`,
  "calls of models": `insert into model_calls (tenant_id, id, user_id, purpose, model, prompt_tokens, response_tokens,
      response_time_ms, cost_micro_usd, outcome, generated_at) values ($1, $3, 'ada', 'score_lead', 'm', 1, 1, 1, 1, 'ok', ${ago("$2")})`,
  "audit log": `insert into audit_log (tenant_id, actor, actor_kind, action, outcome, at, target)
    values ($1, 'ada', 'user', 'x', 'ok', ${ago("$2")}, $3)`,
  events: `insert into events (tenant_id, type, subjects, created_at) values ($1, 'contact.created', array[$3::uuid], ${ago("$2")})`,
  "answers to repeated requests": `insert into idempotency_keys (tenant_id, user_id, key, request_hash, created_at)
    values ($1, 'ada', $3, 'h', ${ago("$2")})`,
  "kept answers": `insert into kept_answers (tenant_id, key, answer, seen_before, created_at) values ($1, $3, '{}', '1:1:', ${ago("$2")})`,
  "webhooks sent": `with e as (insert into webhook_endpoints (tenant_id, id, url, event_types, secret, created_by)
      values ($1, $3::uuid, 'https://hooks.invalid', '{}', 's', 'ada') returning id)
    insert into webhook_deliveries (tenant_id, id, endpoint_id, event, body, created_at) select $1, id, id, '1', '{}', ${ago("$2")} from e`,
  "webhooks received": `with s as (insert into webhook_sources (tenant_id, id, name, secret, created_by)
      values ($1, $3::uuid, $3::text, 's', 'ada') returning id)
    insert into webhook_messages (tenant_id, id, source_id, message_id, body, received_at) select $1, id, id, 'm', '{}', ${ago("$2")} from s`,
  "files of jobs": `with j as (insert into background_jobs (tenant_id, id, kind, status, created_by, created_at, finished_at)
      values ($1, $3, 'import', 'done', 'ada', now(), ${ago("$2")}) returning id)
    insert into job_files (tenant_id, job_id, piece, bytes) select $1, id, 0, 'x' from j`,
  "uploads that broke off": `insert into background_jobs (tenant_id, id, kind, status, created_by, created_at)
    values ($1, $3, 'import', 'uploading', 'ada', ${ago("$2")})`,
  "background jobs": `insert into background_jobs (tenant_id, id, kind, status, created_by, finished_at)
    values ($1, $3, 'score', 'done', 'ada', ${ago("$2")})`,
  "proposals that nobody confirmed": `insert into proposals (tenant_id, id, kind, payload, proposed_by, expires_at)
    values ($1, $3, 'x', '{}', 'ada', ${ago("$2")})`,
  "handles of drafts": `with c as (insert into contacts (tenant_id, id, external_id) values ($1, $3::uuid, $3::text) returning id),
      v as (insert into conversations (tenant_id, id, contact_id) select $1, id, id from c returning id),
      i as (insert into interactions (tenant_id, id, external_id, contact_id, conversation_id, content_hash, occurred_at)
        select $1, id, id::text, id, id, 'h', now() from v returning id),
      d as (insert into drafts (tenant_id, id, contact_id, conversation_id, interaction_id, version, content, engine, proposed_by, expires_at)
        select $1, id, id, id, id, 1, '{}', 'local', 'ada', now() from i returning id)
    insert into draft_handles (tenant_id, handle, draft_id, issued_to, issued_at) select $1, id, id, 'ada', ${ago("$2")} from d`,
  "runs of insights": `insert into insight_runs (tenant_id, id, parameters, data_hash, result, created_by, created_at)
    values ($1, $3, '{}', 'h', '{}', 'ada', ${ago("$2")})`,
  interactions: `with c as (insert into contacts (tenant_id, id, external_id) values ($1, $3::uuid, $3::text) returning id)
    insert into interactions (tenant_id, id, external_id, contact_id, content_hash, occurred_at) select $1, id, id::text, id, 'h', ${ago("$2")} from c`,
  "conversations without messages": `with c as (insert into contacts (tenant_id, id, external_id) values ($1, $3::uuid, $3::text) returning id)
    insert into conversations (tenant_id, id, contact_id, created_at, last_message_at) select $1, id, id, ${ago("$2")}, ${ago("$2")} from c`,
  "contacts without activity": `insert into contacts (tenant_id, id, external_id, created_at, updated_at)
    values ($1, $3::uuid, $3::text, ${ago("$2")}, ${ago("$2")})`,
};

const customerDays = 2_555;
const limited = () => write((tx) => changeLimits(tx, who, { customer_data_days: customerDays }));

test("each period has a case here", () => {
  expect(Object.keys(rows)).toEqual(periods.map(({ name }) => name));
});

describe.each(periods.map((period) => [period.name, period] as const))(
  "%s",
  (name, { table, days, instead }) => {
    const border = days ?? customerDays;
    const left = () => count(table, instead ? "prompt is not null" : "true");
    // Files go as soon as their job has ended.
    const younger = days === 0 ? -1 : border - 1;

    test("go on their day, and not before", async () => {
      await limited();
      for (const age of [younger, border + 1])
        await write((tx) => tx.query(rows[name] ?? "", [who.tenant.id, age, randomUUID()]));
      expect(await left()).toBe(2);
      const dry = await runRetention(db, who, { isDryRun: true });
      expect(dry.find((each) => each.name === name)).toEqual({ name, table, days: border, rows: 1 });
      expect(await left()).toBe(2);
      const run = await runRetention(db, who);
      expect(run.find((each) => each.name === name)).toEqual({ name, table, days: border, rows: 1 });
      expect(await left()).toBe(1);
      expect((await runRetention(db, who)).find((each) => each.name === name)?.rows).toBe(0);
    });
  },
);

test("a call of a model stays when its texts go", async () => {
  await write((tx) =>
    tx.query(rows["prompts and responses of models"] ?? "", [who.tenant.id, 8, randomUUID()]),
  );
  await runRetention(db, who);
  expect([await count("model_calls"), await count("model_calls", "response is not null")]).toEqual([1, 0]);
});

test("records of customers stay for ever where the workspace says nothing", async () => {
  await write((tx) =>
    tx.query(rows["contacts without activity"] ?? "", [who.tenant.id, 20_000, `${contact}1`]),
  );
  const told = await runRetention(db, who);
  expect(told.find(({ table }) => table === "contacts")).toMatchObject({ days: null, rows: 0 });
  expect(await count("contacts")).toBe(1);
});

test("more rows than one statement takes go too, and other workspaces' stay", async () => {
  const other = await freshWorkspace();
  const many = `insert into events (tenant_id, type, subjects, created_at)
    select $1, 'contact.created', '{}', ${ago("40")} from generate_series(1, $2)`;
  await write((tx) => tx.query(many, [who.tenant.id, 5_001]));
  await db.withTenant(other.tenant.id, (tx) => tx.query(many, [other.tenant.id, 3]));
  const told = await runRetention(db, who);
  expect(told.find(({ table }) => table === "events")?.rows).toBe(5_001);
  expect(
    (await runRetention(db, other, { isDryRun: true })).find(({ table }) => table === "events")?.rows,
  ).toBe(3);
});

test("is for administrators", async () => {
  await expect(runRetention(db, { ...who, roles: ["SALES_MANAGER"] })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
