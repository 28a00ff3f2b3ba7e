import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";

/** Ids of what an event happened to; none when the event is gone. @param event its `seq` */
export async function eventSubjects(db: Database, { tenant }: Principal, event: number): Promise<string[]> {
  return db.readTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ subjects: string[] }>(
      `select subjects from events where tenant_id = $1 and seq = $2`,
      [tenant.id, event],
    );
    return rows[0]?.subjects ?? [];
  });
}
