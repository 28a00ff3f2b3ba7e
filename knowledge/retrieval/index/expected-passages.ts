import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** How many passages the queue will make, about: one a message of its conversations that has none, one a single interaction or article. */
export async function expectedPassages(tx: Transaction, principal: Principal): Promise<number> {
  const { rows } = await tx.query<{ expected: number }>(
    `select greatest(0, (select count(*) from passage_queue q join interactions i on i.tenant_id = $1 and i.conversation_id = q.id
          where q.tenant_id = $1 and q.kind = 'conversation')
        - (select count(*) from passage_queue q join passages p on p.tenant_id = $1 and p.conversation_id = q.id
          where q.tenant_id = $1 and q.kind = 'conversation')
        + (select count(*) from passage_queue where tenant_id = $1 and kind <> 'conversation'))::int as expected`,
    [principal.tenant.id],
  );
  return rows[0]?.expected ?? 0;
}
