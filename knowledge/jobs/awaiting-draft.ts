import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { loadSettings } from "../drafting/settings/stored-settings.ts";

/** Older messages are history that was imported, not news. */
const newsFor = "2 days";

/**
 * The conversations that an event brought a message to which should get a draft by itself: the workspace wants that, the message waits
 * for an answer and is new. None where the workspace does not want it, as by default.
 * @param event `seq` of an `interaction.logged`
 */
export async function awaitingDraft(db: Database, principal: Principal, event: number): Promise<string[]> {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const { workspace } = await loadSettings(tx, principal);
    return workspace.auto_draft ? conversationsOf(tx, principal, event) : [];
  });
}

async function conversationsOf(tx: Transaction, { tenant }: Principal, event: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct i.conversation_id as id from interactions i
      where i.tenant_id = $1 and i.asks and i.conversation_id is not null and i.occurred_at > now() - interval '${newsFor}'
        and i.id = any((select subjects from events where tenant_id = $1 and seq = $2)::uuid[])
        and not exists (select 1 from interactions a where a.tenant_id = $1 and a.conversation_id = i.conversation_id
          and a.answers and a.occurred_at > i.occurred_at)`,
    [tenant.id, event],
  );
  return rows.map(({ id }) => id);
}
