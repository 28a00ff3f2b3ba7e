import type { Principal } from "#core/principal.ts";
import { getInteractions } from "#knowledge/crm/timeline.ts";
import type { Database } from "#knowledge/db/database.ts";
import { awaitsAnswer } from "#knowledge/signals/sides.ts";

/** Ids of messages that ask for an answer, each the latest of another contact, drawn evenly and always the same. */
export async function drawMessages(db: Database, principal: Principal, count: number): Promise<string[]> {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select id from (
          select distinct on (i.contact_id) i.id, coalesce(i.external_id, i.id::text) as known from interactions i
          where i.tenant_id = $1 and i.asks and i.conversation_id is not null and i.type in ('EMAIL', 'CHAT') and length(i.content) > 0
          order by i.contact_id, i.occurred_at desc, i.id) latest
        order by hashtext(known), known limit $2`,
      // What a machine wrote is only seen in its text.
      [principal.tenant.id, count * 2],
    );
    const drawn = await getInteractions(
      tx,
      principal,
      rows.map(({ id }) => id),
    );
    const asking = new Set(drawn.filter(awaitsAnswer).map(({ id }) => id));
    return rows.flatMap(({ id }) => (asking.has(id) ? [id] : [])).slice(0, count);
  });
}
