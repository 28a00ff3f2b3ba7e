import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { newIds } from "../crm/new-ids.ts";
import type { Transaction } from "../db/database.ts";
import { endpointPurpose } from "../secrets/secret-columns.ts";
import type { Secrets } from "../secrets/secrets.ts";
import { endpointColumns, type WebhookEndpoint } from "./endpoint.ts";
import { type AllowedNetworks, checkUrl } from "./target-address.ts";
import { makeWebhookSecret } from "./webhook-secret.ts";

/** What sending webhooks needs beside the database. */
export interface WebhookPorts extends AllowedNetworks {
  secrets: Secrets;
}

/** An endpoint, and the secret of its messages, which is told here and nowhere else. */
export type EndpointWithSecret = WebhookEndpoint & { secret: string };

const mostEndpoints = 50;

/** Stores an endpoint with a new secret. @throws AppError FORBIDDEN, VALIDATION_FAILED for a URL where nothing may be sent */
export async function createEndpoint(
  tx: Transaction,
  principal: Principal,
  { url, eventTypes, ports }: { url: string; eventTypes: readonly string[]; ports: WebhookPorts },
): Promise<EndpointWithSecret> {
  authorize(principal, "webhooks:write");
  checkUrl(url, ports);
  const tenantId = principal.tenant.id;
  const [id = ""] = newIds(1);
  const secret = makeWebhookSecret();
  const stored = await ports.secrets.encrypt({ tenantId, purpose: endpointPurpose(id) }, secret);
  const { rows } = await tx.query<WebhookEndpoint>(
    `INSERT INTO webhook_endpoints (tenant_id, id, url, event_types, secret, created_by)
      SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT count(*) FROM webhook_endpoints WHERE tenant_id = $1) < ${mostEndpoints}
      RETURNING ${endpointColumns}`,
    [tenantId, id, url, eventTypes, stored, principal.user],
  );
  if (rows[0]) return { ...rows[0], secret };
  throw new AppError("CONFLICT", `A workspace has ${mostEndpoints} endpoints at most. Delete one first.`);
}

/** The endpoints, oldest first. @throws AppError FORBIDDEN */
export async function listEndpoints(tx: Transaction, principal: Principal): Promise<WebhookEndpoint[]> {
  authorize(principal, "webhooks:read");
  const { rows } = await tx.query<WebhookEndpoint>(
    `SELECT ${endpointColumns} FROM webhook_endpoints WHERE tenant_id = $1 ORDER BY id`,
    [principal.tenant.id],
  );
  return rows;
}

/** @throws AppError FORBIDDEN, NOT_FOUND */
export async function readEndpoint(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<WebhookEndpoint> {
  authorize(principal, "webhooks:read");
  const { rows } = await tx.query<WebhookEndpoint>(
    `SELECT ${endpointColumns} FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2`,
    [principal.tenant.id, id],
  );
  return rows[0] ?? noEndpoint(principal, id);
}

/** @throws AppError FORBIDDEN, NOT_FOUND */
export async function deleteEndpoint(tx: Transaction, principal: Principal, id: string): Promise<void> {
  authorize(principal, "webhooks:write");
  const { rowCount } = await tx.query("DELETE FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2", [
    principal.tenant.id,
    id,
  ]);
  if (rowCount === 0) noEndpoint(principal, id);
}

/** @throws AppError NOT_FOUND */
export function noEndpoint(principal: Principal, id: string): never {
  throw new AppError(
    "NOT_FOUND",
    `No webhook endpoint ${id} in workspace ${principal.tenant.name}. List the endpoints to find its id.`,
  );
}
