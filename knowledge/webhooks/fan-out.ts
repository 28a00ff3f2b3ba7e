import { newIds } from "../crm/new-ids.ts";
import type { Database, Transaction } from "../db/database.ts";
import { isPublished } from "./event-types.ts";
import { messageBodies, type ToldEvent } from "./message-bodies.ts";

interface WantedEvent extends ToldEvent {
  endpoints: string[];
}

/**
 * Makes the messages of an event for every endpoint that wants it; doing it twice makes none twice. A sandbox sends none.
 * @param event `seq` of the event.
 * @returns the ids of its messages that were not sent yet, also of those that an earlier call made.
 */
export async function fanOut(
  db: Database,
  { tenant, event }: { tenant: string; event: number },
): Promise<string[]> {
  return db.withTenant(
    tenant,
    async (tx) => {
      const told = await readEvent(tx, tenant, event);
      if (!told || told.endpoints.length === 0 || !isPublished(told.type)) return [];
      await insertDeliveries(tx, { tenant, event, told });
      const { rows } = await tx.query<{ id: string }>(
        `SELECT id FROM webhook_deliveries WHERE tenant_id = $1 AND endpoint_id = ANY($2::uuid[]) AND starts_with(event, $3)
          AND status = 'waiting' ORDER BY id`,
        [tenant, told.endpoints, partOf(event, "")],
      );
      return rows.map(({ id }) => id);
    },
    { idempotent: true },
  );
}

async function readEvent(tx: Transaction, tenant: string, event: number): Promise<WantedEvent | undefined> {
  const { rows } = await tx.query<WantedEvent>(
    `SELECT e.type, e.subjects, e.data, e.created_at AS "createdAt", ARRAY(SELECT w.id FROM webhook_endpoints w WHERE w.tenant_id = $1
        AND w.disabled_at IS NULL AND (w.event_types = '{}' OR e.type = ANY(w.event_types))) AS endpoints
      FROM events e JOIN tenants t ON t.id = e.tenant_id WHERE e.tenant_id = $1 AND e.seq = $2 AND NOT t.is_sandbox`,
    [tenant, event],
  );
  return rows[0];
}

async function insertDeliveries(
  tx: Transaction,
  { tenant, event, told }: { tenant: string; event: number; told: WantedEvent },
): Promise<void> {
  const messages = messageBodies(told).flatMap((body, part) =>
    told.endpoints.map((endpoint) => ({ endpoint, event: partOf(event, part), body })),
  );
  const ids = newIds(messages.length);
  await tx.query(
    `INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event, body)
      SELECT $1, id, endpoint, event, body FROM json_to_recordset($2::json) AS m(id uuid, endpoint uuid, event text, body jsonb)
      ON CONFLICT (tenant_id, endpoint_id, event) DO NOTHING`,
    [tenant, JSON.stringify(messages.map((message, index) => ({ ...message, id: ids[index] })))],
  );
}

function partOf(event: number, part: number | ""): string {
  return `${event}/${part}`;
}
