import { AppError } from "#core/errors.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { WebhookPorts } from "./endpoints.ts";
import { readSendable, type Sendable, type Tried, trySending } from "./try-delivery.ts";

/** An endpoint that has taken nothing for as long is sent nothing more. */
const patience = "5 days";
const gone = 410;

/**
 * Sends a message once and stores what came of it. A message that was delivered, or has failed for good, is not sent again; an endpoint
 * that answers 410 Gone, or has failed for five days, is disabled, which is an event.
 * @param isLast whether it has failed if it is not taken now; the queue that sends it again knows.
 * @throws AppError NOT_READY (retryable) when it is to be tried again; after the last try it is `failed` and nothing is thrown.
 */
export async function deliver(
  db: Database,
  { tenant, id, isLast = false }: { tenant: string; id: string; isLast?: boolean },
  ports: WebhookPorts,
): Promise<void> {
  const delivery = await readSendable(db, { tenant, id });
  if (delivery?.status !== "waiting") return;
  const tried = await tryOnce(db, { tenant, delivery, isLast }, ports);
  if (tried.status !== "waiting") return;
  throw new AppError(
    "NOT_READY",
    `The message ${id} was not taken: ${tried.error}. It is sent again later.`,
    {
      retryable: true,
    },
  );
}

interface Try {
  tenant: string;
  delivery: Sendable;
  /** Whether it has failed if it is not taken now. */
  isLast: boolean;
}

/** Sends a message whatever became of it before, and stores what comes of it. @returns where it stands then. */
export async function tryOnce(
  db: Database,
  { tenant, delivery, isLast }: Try,
  ports: WebhookPorts,
): Promise<{ status: Sendable["status"]; error: string | null }> {
  const { refusal } = delivery;
  const tried = refusal ? { status: null, error: refusal } : await trySending(tenant, delivery, ports);
  const isOver = isLast || refusal !== null || tried.status === gone;
  const status = tried.error === null ? "delivered" : isOver ? "failed" : "waiting";
  await db.withTenant(tenant, (tx) => store(tx, { tenant, delivery, tried, status }), { idempotent: true });
  return { status, error: tried.error };
}

interface Outcome {
  tenant: string;
  delivery: Sendable;
  tried: Tried;
  status: Sendable["status"];
}

async function store(tx: Transaction, { tenant, delivery, tried, status }: Outcome): Promise<void> {
  await tx.query(
    `UPDATE webhook_deliveries SET status = $3, attempts = $4, last_status = $5, last_error = $6, tried_at = now()
      WHERE tenant_id = $1 AND id = $2 AND (status <> 'delivered' OR $3 = 'delivered')`,
    [tenant, delivery.id, status, delivery.attempts + 1, tried.status, tried.error],
  );
  if (tried.error === null || delivery.refusal !== null) return;
  await disableIfDue(tx, { tenant, endpoint: delivery.endpointId, isGone: tried.status === gone });
}

/** Nothing was taken since a message that has been tried in vain and is older than the patience. */
const failsForLong = `EXISTS (SELECT FROM webhook_deliveries d WHERE d.tenant_id = $1 AND d.endpoint_id = $2 AND d.status <> 'delivered'
    AND d.attempts > 0 AND d.created_at < now() - interval '${patience}' AND d.created_at > coalesce((SELECT max(s.tried_at)
      FROM webhook_deliveries s WHERE s.tenant_id = $1 AND s.endpoint_id = $2 AND s.status = 'delivered'), '-infinity'))`;

async function disableIfDue(
  tx: Transaction,
  { tenant, endpoint, isGone }: { tenant: string; endpoint: string; isGone: boolean },
): Promise<void> {
  const reason = isGone ? "answered 410 Gone" : `took no message for ${patience}`;
  await tx.query(
    `WITH disabled AS (UPDATE webhook_endpoints SET disabled_at = now(), disabled_reason = $3
        WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL AND ${isGone ? "true" : failsForLong} RETURNING id)
      SELECT rapport_emit('webhook.disabled', ARRAY[id]) FROM disabled`,
    [tenant, endpoint, reason],
  );
}
