import { authorize } from "#core/access.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { endpointPurpose } from "../secrets/secret-columns.ts";
import { endpointColumns, type WebhookEndpoint } from "./endpoint.ts";
import { type EndpointWithSecret, noEndpoint, type WebhookPorts } from "./endpoints.ts";
import { checkUrl } from "./target-address.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

export interface EndpointChange {
  id: string;
  url?: string | undefined;
  eventTypes?: readonly string[] | undefined;
  /** False lets one that was disabled be sent to again. */
  disabled?: boolean | undefined;
}

/** For how long messages are signed with the secret before a new one, too. */
const overlapHours = 24;

/** Changes what is given. @throws AppError FORBIDDEN, NOT_FOUND, VALIDATION_FAILED */
export async function updateEndpoint(
  tx: Transaction,
  principal: Principal,
  { id, url, eventTypes, disabled, ports }: EndpointChange & { ports: WebhookPorts },
): Promise<WebhookEndpoint> {
  authorize(principal, "webhooks:write");
  if (url !== undefined) checkUrl(url, ports);
  const { rows } = await tx.query<WebhookEndpoint>(
    `UPDATE webhook_endpoints SET url = coalesce($3, url), event_types = coalesce($4, event_types),
        disabled_at = CASE WHEN $5::boolean THEN coalesce(disabled_at, now()) WHEN NOT $5 THEN NULL ELSE disabled_at END,
        disabled_reason = CASE WHEN $5 THEN coalesce(disabled_reason, $6) WHEN NOT $5 THEN NULL ELSE disabled_reason END
      WHERE tenant_id = $1 AND id = $2 RETURNING ${endpointColumns}`,
    [
      principal.tenant.id,
      id,
      url ?? null,
      eventTypes ?? null,
      disabled ?? null,
      `disabled by ${principal.user}`,
    ],
  );
  const [changed] = rows;
  if (!changed) return noEndpoint(principal, id);
  if (disabled === false) await forgetTries(tx, principal, id);
  return changed;
}

/** Gives an endpoint a new secret; for 24 hours messages carry signatures of both. @throws AppError FORBIDDEN, NOT_FOUND */
export async function renewEndpointSecret(
  tx: Transaction,
  principal: Principal,
  { id, ports }: { id: string; ports: WebhookPorts },
): Promise<EndpointWithSecret> {
  authorize(principal, "webhooks:write");
  const tenantId = principal.tenant.id;
  const secret = makeWebhookSecret();
  const stored = await ports.secrets.encrypt({ tenantId, purpose: endpointPurpose(id) }, secret);
  const { rows } = await tx.query<WebhookEndpoint>(
    `UPDATE webhook_endpoints SET previous_secret = secret, previous_until = now() + interval '${overlapHours} hours', secret = $3
      WHERE tenant_id = $1 AND id = $2 RETURNING ${endpointColumns}`,
    [tenantId, id, stored],
  );
  return rows[0] ? { ...rows[0], secret } : noEndpoint(principal, id);
}

/** What failed before an endpoint was let be sent to again does not count towards disabling it. */
async function forgetTries(tx: Transaction, { tenant }: Principal, id: string): Promise<void> {
  await tx.query(
    "UPDATE webhook_deliveries SET attempts = 0 WHERE tenant_id = $1 AND endpoint_id = $2 AND status <> 'delivered' AND attempts > 0",
    [tenant.id, id],
  );
}
