import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { newIds } from "../crm/new-ids.ts";
import type { Database, Transaction } from "../db/database.ts";
import { tryOnce } from "./deliver.ts";
import { type Delivery, deliveryColumns } from "./delivery.ts";
import { noEndpoint, readEndpoint, type WebhookPorts } from "./endpoints.ts";
import { testType } from "./event-types.ts";
import type { MessageBody } from "./message-bodies.ts";
import { readSendable } from "./try-delivery.ts";

export interface DeliveryQuery {
  endpointId: string;
  status?: Delivery["status"] | undefined;
  /** The last id of the page before. */
  after?: string | undefined;
  limit: number;
}

/** An endpoint's messages, the newest first. @throws AppError FORBIDDEN, NOT_FOUND */
export async function listDeliveries(
  tx: Transaction,
  principal: Principal,
  { endpointId, status, after, limit }: DeliveryQuery,
): Promise<Delivery[]> {
  await readEndpoint(tx, principal, endpointId);
  const { rows } = await tx.query<Delivery>(
    `SELECT ${deliveryColumns} FROM webhook_deliveries WHERE tenant_id = $1 AND endpoint_id = $2 AND ($3::text IS NULL OR status = $3)
        AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [principal.tenant.id, endpointId, status ?? null, after ?? null, limit],
  );
  return rows;
}

/**
 * Sends a message again, now and once, whatever became of it: with the same webhook-id.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function retryDelivery(
  db: Database,
  principal: Principal,
  { endpointId, id, ports }: { endpointId?: string; id: string; ports: WebhookPorts },
): Promise<Delivery> {
  authorize(principal, "webhooks:write");
  const tenant = principal.tenant.id;
  const delivery = await readSendable(db, { tenant, id });
  if (!delivery || (endpointId && delivery.endpointId !== endpointId)) return noDelivery(id);
  await tryOnce(db, { tenant, delivery, isLast: true }, ports);
  return db.readTenant(tenant, (tx) => readDelivery(tx, tenant, id));
}

/** Sends an endpoint a message without records, to see whether it takes it. @throws AppError FORBIDDEN, NOT_FOUND */
export async function sendTest(
  db: Database,
  principal: Principal,
  { endpointId, ports }: { endpointId: string; ports: WebhookPorts },
): Promise<Delivery> {
  authorize(principal, "webhooks:write");
  const tenant = principal.tenant.id;
  const [id = ""] = newIds(1);
  const body: MessageBody = { type: testType, timestamp: new Date().toISOString(), data: { records: [] } };
  const { rowCount } = await db.withTenant(tenant, (tx) =>
    tx.query(
      `INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event, body)
          SELECT $1, $2, id, $4, $5 FROM webhook_endpoints WHERE tenant_id = $1 AND id = $3 ON CONFLICT DO NOTHING`,
      [tenant, id, endpointId, `test/${id}`, JSON.stringify(body)],
    ),
  );
  if (rowCount === 0) noEndpoint(principal, endpointId);
  return retryDelivery(db, principal, { id, ports });
}

async function readDelivery(tx: Transaction, tenant: string, id: string): Promise<Delivery> {
  const { rows } = await tx.query<Delivery>(
    `SELECT ${deliveryColumns} FROM webhook_deliveries WHERE tenant_id = $1 AND id = $2`,
    [tenant, id],
  );
  return rows[0] ?? noDelivery(id);
}

function noDelivery(id: string): never {
  throw new AppError(
    "NOT_FOUND",
    `There is no delivery ${id}. List the endpoint's deliveries to find its id.`,
  );
}
