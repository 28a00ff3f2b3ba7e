import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** An answer as it is kept: JSON and the headers that belong to it. */
export interface KeptAnswer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

export interface KeyedRequest {
  key: string;
  /** SHA-256 of operation and input. */
  requestHash: string;
}

/** How long an answer is kept. */
const keptFor = "24 hours";
/** After that long without an answer, the process that had begun is taken to be gone. */
const abandonedAfter = "2 minutes";

/**
 * Takes a key for the request that is about to run, or tells how it was answered before.
 * @returns undefined: the caller is to run it, and then to call `keepAnswer` or `releaseKey`.
 * @throws AppError IDEMPOTENCY_KEY_REUSED for another request, CONFLICT (retryable) while the first is under way.
 */
export async function takeKey(
  tx: Transaction,
  principal: Principal,
  { key, requestHash }: KeyedRequest,
): Promise<KeptAnswer | undefined> {
  const who = [principal.tenant.id, principal.user, key];
  const { rowCount } = await tx.query(
    `insert into idempotency_keys as k (tenant_id, user_id, key, request_hash) values ($1, $2, $3, $4)
      on conflict (tenant_id, user_id, key) do update
        set request_hash = excluded.request_hash, status = null, body = null, created_at = now()
        where k.created_at < now() - interval '${keptFor}'
          or (k.status is null and k.request_hash = excluded.request_hash and k.created_at < now() - interval '${abandonedAfter}')`,
    [...who, requestHash],
  );
  if (rowCount > 0) return undefined;
  const { rows } = await tx.query<{
    request_hash: string;
    status: number | null;
    body: Omit<KeptAnswer, "status">;
  }>(
    `select request_hash, status, body from idempotency_keys where tenant_id = $1 and user_id = $2 and key = $3`,
    who,
  );
  const [row] = rows;
  if (row && row.request_hash !== requestHash) {
    throw new AppError(
      "IDEMPOTENCY_KEY_REUSED",
      "This Idempotency-Key was sent with another request. Give each request a key of its own.",
    );
  }
  if (row?.status) return { status: row.status, ...row.body };
  throw new AppError(
    "CONFLICT",
    "The first request with this Idempotency-Key is still under way. Send it again in a moment.",
    { retryable: true },
  );
}

/** Keeps the answer to a request, and forgets those that are older than a day. */
export async function keepAnswer(
  tx: Transaction,
  principal: Principal,
  { key, answer }: { key: string; answer: KeptAnswer },
): Promise<void> {
  const { status, ...body } = answer;
  await tx.query(
    `with old as (delete from idempotency_keys where tenant_id = $1 and created_at < now() - interval '${keptFor}' and key <> $3)
      update idempotency_keys set status = $4, body = $5 where tenant_id = $1 and user_id = $2 and key = $3`,
    [principal.tenant.id, principal.user, key, status, JSON.stringify(body)],
  );
}

/** Gives a key back whose request failed and had no effect: it may be sent again. */
export async function releaseKey(tx: Transaction, principal: Principal, key: string): Promise<void> {
  await tx.query(
    `delete from idempotency_keys where tenant_id = $1 and user_id = $2 and key = $3 and status is null`,
    [principal.tenant.id, principal.user, key],
  );
}
