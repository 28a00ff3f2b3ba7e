import type { Principal } from "#core/principal.ts";
import { readContactView } from "../crm/contact-view.ts";
import type { Database, Transaction } from "../db/database.ts";
import { contactTables, neverExported } from "./contact-tables.ts";
import { contactTraces, names, tracesAsValues } from "./contact-traces.ts";

/** A row of a table, its columns in camelCase. */
export type ExportedRow = Record<string, unknown>;

/** All that is stored about a contact. */
export interface PersonExport {
  id: string;
  /** ISO 8601. */
  exportedAt: string;
  contact: ExportedRow;
  /** Rows by what they are: fieldHistory, interactions, conversations, drafts … */
  records: Record<string, ExportedRow[]>;
}

/** Reads all that is stored about a contact, as of one moment. @throws AppError NOT_FOUND */
export async function exportPerson(db: Database, principal: Principal, given: string): Promise<PersonExport> {
  const { tenant } = principal;
  return db.readTenant(tenant.id, async (tx) => {
    const { id } = await readContactView(tx, principal, given);
    const { rows } = await tx.query<Record<string, ExportedRow[]> & { now: Date }>(ownSql, [tenant.id, id]);
    const { now = new Date(0), contact = [], ...own } = rows[0] ?? ({} as Record<string, never>);
    const records = { ...own, ...(await readMentions(tx, principal, id)) };
    return {
      id,
      exportedAt: now.toISOString(),
      contact: camelRow(contact[0] ?? {}),
      records: Object.fromEntries(Object.entries(records).map(([name, each]) => [name, each.map(camelRow)])),
    };
  });
}

const rowsOf = (
  table: string,
  { where, without = [], order = "1" }: { where: string; without?: readonly string[]; order?: string },
) => {
  const dropped = [...neverExported, ...without].map((column) => `'${column}'`).join(", ");
  return `(select coalesce(jsonb_agg(to_jsonb(r) - array[${dropped}] order by r.${order}), '[]')
    from ${table} r where r.tenant_id = $1 and ${where})`;
};

const ownSql = `select now() as now, ${contactTables
  .flatMap(({ table, exported, order = "tenant_id", ...rest }) =>
    exported === undefined ? [] : [`${rowsOf(table, { ...rest, order })} as "${exported}"`],
  )
  .join(",\n")}`;

/** What no foreign key leads to, found by ids and by what the contact is known by, as far as it is kept. */
async function readMentions(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<Record<string, ExportedRow[]>> {
  const traces = await contactTraces(tx, principal, id);
  const { rows } = await tx.query<Record<string, ExportedRow[]>>(mentionsSql, [
    principal.tenant.id,
    ...tracesAsValues(traces),
  ]);
  return rows[0] ?? {};
}

const mentionsSql = `select
  ${rowsOf("model_calls", { where: `(${names("r.prompt")} or ${names("r.response")})`, order: "generated_at" })} as "modelCalls",
  ${rowsOf("webhook_messages", { where: names("r.body::text"), without: ["source_id"], order: "received_at" })} as "receivedMessages",
  ${rowsOf("insight_runs", { where: names("r.result::text"), without: ["data_hash"], order: "created_at" })} as "insightRuns",
  ${rowsOf("background_jobs", { where: `(${names("r.result::text")} or ${names("r.error::text")})`, order: "created_at" })} as "jobs",
  ${rowsOf("audit_log", { where: "(lower(r.target) = any($2::text[]) or lower(r.target) = any($3::text[]))", without: ["from_address"], order: "seq" })} as "auditLog"`;

function camelRow(row: ExportedRow): ExportedRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
