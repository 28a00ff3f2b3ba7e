import { randomUUID } from "node:crypto";
import { log } from "#core/log.ts";
import type { ModelCall, RecordModelCall } from "#core/model-call.ts";
import type { Database, Transaction } from "../db/database.ts";
import { redact } from "../privacy/redact.ts";

/** Days that redacted prompts and responses are kept. */
export const promptDays = 7;

/** Characters kept of a prompt, and of a response. */
const kept = 8_000;
/** Calls that may wait to be written; beyond, the oldest are given up rather than memory. */
const waitingAtMost = 5_000;

export interface ModelCallLog {
  record: RecordModelCall;
  /** Resolves when all that was recorded so far is written or given up. */
  settled(): Promise<void>;
}

/**
 * Writes model calls down beside the work, several in one statement. What cannot be written is told to the log and lost:
 * an answer never fails for its bookkeeping.
 * @param options.keepPrompts false stores neither prompts nor responses
 */
export function recordModelCalls(db: Database, { keepPrompts }: { keepPrompts: boolean }): ModelCallLog {
  let waiting: ModelCall[] = [];
  let writing: Promise<void> | undefined;
  const drain = async () => {
    while (waiting.length > 0) {
      const calls = waiting;
      waiting = [];
      for (const [tenantId, own] of Map.groupBy(calls, ({ principal }) => principal.tenant.id)) {
        try {
          const rows = own.map((call) => toRow(call, keepPrompts));
          await db.withTenant(tenantId, (tx) => write(tx, tenantId, rows), { idempotent: true });
        } catch (error) {
          log.warn({ err: error, calls: own.length }, "calls of language models could not be recorded");
        }
      }
    }
    writing = undefined;
  };
  return {
    record: (call) => {
      if (waiting.push(call) > waitingAtMost) waiting.shift();
      // Later than the answer that is about to leave.
      writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(drain);
      return writing;
    },
    settled: async () => {
      await writing;
    },
  };
}

function toRow(call: ModelCall, keepPrompts: boolean) {
  const text = (said: string) => (keepPrompts && said ? redact(storable(said)).text : null);
  return {
    id: randomUUID(),
    user_id: call.principal.user,
    purpose: call.purpose,
    model: call.model,
    prompt_tokens: call.promptTokens,
    response_tokens: call.responseTokens,
    response_time_ms: call.responseTimeMs,
    cost_micro_usd: call.costMicroUsd,
    outcome: call.outcome,
    prompt: text(call.prompt),
    response: text(call.response),
    metadata: { requests: call.requests, estimated: call.estimated, caller: call.principal.kind ?? "local" },
  };
}

/** Postgres keeps no NUL. */
function storable(text: string): string {
  return text.slice(0, kept).replaceAll("\0", "").toWellFormed();
}

async function write(tx: Transaction, tenantId: string, rows: ReturnType<typeof toRow>[]): Promise<void> {
  await tx.query(
    `insert into model_calls (tenant_id, id, user_id, purpose, model, prompt_tokens, response_tokens, response_time_ms,
       cost_micro_usd, outcome, prompt, response, metadata)
     select $1, id, user_id, purpose, model, prompt_tokens, response_tokens, response_time_ms, cost_micro_usd, outcome,
       prompt, response, metadata
     from jsonb_to_recordset($2) as r(id uuid, user_id text, purpose text, model text, prompt_tokens int,
       response_tokens int, response_time_ms int, cost_micro_usd bigint, outcome text, prompt text, response text, metadata jsonb)
     on conflict do nothing`,
    [tenantId, JSON.stringify(rows)],
  );
  await tx.query(
    `update model_calls set prompt = null, response = null
     where tenant_id = $1 and generated_at < now() - make_interval(days => $2) and (prompt is not null or response is not null)`,
    [tenantId, promptDays],
  );
}
