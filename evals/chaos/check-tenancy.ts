import type { Database } from "#knowledge/db/database.ts";
import type { ChaosTenant } from "./tenants.ts";

/** Where the texts of a workspace stand. */
const texts = [
  "select coalesce(email, '') || ' ' || coalesce(company, '') || ' ' || coalesce(position, '') as text from contacts where tenant_id = $1",
  "select coalesce(content, '') as text from interactions where tenant_id = $1",
  "select coalesce(note, '') as text from outcomes where tenant_id = $1",
  "select text from follow_ups where tenant_id = $1",
  "select text from passages where tenant_id = $1",
  "select coalesce(response, '') || content::text as text from drafts where tenant_id = $1",
  "select k::text as text from kept_answers k where tenant_id = $1",
];

/** Rows that a workspace's records point to and that are not its own. */
const strays = [
  ...["interactions", "outcomes", "follow_ups", "lead_scores", "drafts"].map(
    (table) =>
      `select count(*)::int as n from ${table} r where r.tenant_id = $1
        and not exists (select from contacts c where c.tenant_id = $1 and c.id = r.contact_id)`,
  ),
];

/** Everything that a workspace sees and that is another's, as lines. */
export async function checkTenancy(
  db: Database,
  tenant: ChaosTenant,
  all: readonly ChaosTenant[],
): Promise<string[]> {
  const { id } = tenant.principal.tenant;
  const others = all.map(({ mark }) => mark).filter((mark) => mark !== tenant.mark);
  return db.readTenant(id, async (tx) => {
    const found: string[] = [];
    for (const text of texts) {
      const { rows } = await tx.query<{ n: number }>(
        `select count(*)::int as n from (${text}) t where t.text ilike any($2::text[])`,
        [id, others.map((mark) => `%${mark}%`)],
      );
      if (rows[0]?.n) found.push(`${rows[0].n} texts of others: ${text}`);
    }
    for (const text of strays) {
      const { rows } = await tx.query<{ n: number }>(text, [id]);
      if (rows[0]?.n) found.push(`${rows[0].n} records of nobody here: ${text}`);
    }
    return found;
  });
}
