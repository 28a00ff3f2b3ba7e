import { Webhook } from "standardwebhooks";
import { AppError } from "#core/errors.ts";
import type { Database } from "../db/database.ts";
import { endpointPurpose } from "../secrets/secret-columns.ts";
import { messageIdOf } from "./delivery.ts";
import type { WebhookPorts } from "./endpoints.ts";
import { sendMessage } from "./send-message.ts";
import { targetAddresses } from "./target-address.ts";

/** A delivery with what is needed to send it. */
export interface Sendable {
  id: string;
  endpointId: string;
  status: "waiting" | "delivered" | "failed";
  attempts: number;
  body: unknown;
  url: string;
  secret: string;
  /** While a new secret takes over. */
  previousSecret: string | null;
  /** Why nothing is sent; null: it is. */
  refusal: string | null;
}

/** What one try came to: the answer's status, or why there was none. */
export interface Tried {
  status: number | null;
  error: string | null;
}

/** Reads a delivery and its endpoint; undefined when one of them was deleted. */
export async function readSendable(
  db: Database,
  { tenant, id }: { tenant: string; id: string },
): Promise<Sendable | undefined> {
  const { rows } = await db.readTenant(tenant, (tx) =>
    tx.query<Sendable>(
      `SELECT d.id, d.endpoint_id AS "endpointId", d.status, d.attempts, d.body, w.url, w.secret,
          CASE WHEN t.is_sandbox THEN 'a sandbox sends nothing out' WHEN w.disabled_at IS NOT NULL THEN 'the endpoint is disabled' END AS refusal,
          CASE WHEN w.previous_until > now() THEN w.previous_secret END AS "previousSecret"
        FROM webhook_deliveries d JOIN webhook_endpoints w ON w.tenant_id = $1 AND w.id = d.endpoint_id JOIN tenants t ON t.id = $1
        WHERE d.tenant_id = $1 AND d.id = $2`,
      [tenant, id],
    ),
  );
  return rows[0];
}

/**
 * Sends a message once, signed with the endpoint's secret and with the one before it while that still counts (Standard Webhooks 1.0).
 * What keeps it from being answered is told, not thrown.
 * @throws AppError NOT_READY when the secret cannot be decrypted: that is ours to mend, not the receiver's.
 */
export async function trySending(tenant: string, delivery: Sendable, ports: WebhookPorts): Promise<Tried> {
  const scope = { tenantId: tenant, purpose: endpointPurpose(delivery.endpointId) };
  const stored = [delivery.secret, ...(delivery.previousSecret ? [delivery.previousSecret] : [])];
  const secrets = await Promise.all(stored.map((secret) => ports.secrets.decrypt(scope, secret)));
  const [id, now, body] = [messageIdOf(delivery.id), new Date(), JSON.stringify(delivery.body)];
  const headers = {
    "content-type": "application/json",
    "user-agent": "rapport-webhooks",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(" "),
  };
  try {
    const target = await targetAddresses(delivery.url, ports);
    const status = await sendMessage({ ...target, headers, body });
    return { status, error: status >= 200 && status < 300 ? null : `answered ${status}` };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
}

/** Short, and with nothing of ours in it: it is shown to the workspace's administrators. */
function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { name, code } = error as { name?: string; code?: unknown };
  if (name === "AbortError" || name === "TimeoutError") return "no answer within 10 seconds";
  return typeof code === "string" ? `no connection: ${code}` : "no connection";
}
