import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";
import type { MadeWorkspace } from "./workspace.ts";

/** Writes a made-up workspace into the records of an empty one, in a statement a table. */
export async function insertWorkspace(
  db: Database,
  { tenant }: Principal,
  made: MadeWorkspace,
): Promise<void> {
  await db.withSystem(async (tx) => {
    // Checking each reference would take two thirds of the time; the generator makes none that is broken.
    await tx.query("set local session_replication_role = replica");
    for (const { table, columns, rows } of tablesOf(made)) {
      if (rows.length > 0) await insertRows(tx, { tenantId: tenant.id, table, columns, rows });
    }
  });
}

interface TableRows {
  table: string;
  /** Names with the types that texts are cast to. */
  columns: readonly (readonly [name: string, type: string])[];
  rows: readonly (readonly (string | null)[])[];
}

async function insertRows(
  tx: Transaction,
  { tenantId, table, columns, rows }: TableRows & { tenantId: string },
): Promise<void> {
  const names = columns.map(([name]) => name).join(", ");
  const values = columns.map(([, type], index) => `v${index}::${type}`).join(", ");
  const arrays = columns.map((_, index) => `$${index + 2}::text[]`).join(", ");
  const aliases = columns.map((_, index) => `v${index}`).join(", ");
  await tx.query(
    `insert into ${table} (tenant_id, ${names}) select $1::uuid, ${values} from unnest(${arrays}) as rows (${aliases})`,
    [tenantId, ...columns.map((_, index) => rows.map((row) => row[index] ?? null))],
  );
}

function tablesOf(made: MadeWorkspace): TableRows[] {
  const moment = (at: number) => new Date(at).toISOString();
  return [
    {
      table: "companies",
      columns: [
        ["id", "uuid"],
        ["external_id", "text"],
        ["name", "text"],
        ["industry", "text"],
        ["employees", "integer"],
      ],
      rows: made.companies.map((c) => [
        c.id,
        c.name,
        c.name,
        c.industry,
        c.employees === null ? null : String(c.employees),
      ]),
    },
    {
      table: "contacts",
      columns: [
        ["id", "uuid"],
        ["external_id", "text"],
        ["email", "text"],
        ["first_name", "text"],
        ["last_name", "text"],
        ["company_id", "uuid"],
        ["status", "text"],
        ["source", "text"],
        ["assigned_to", "text"],
        ["metadata", "jsonb"],
        ["created_at", "timestamptz"],
        ["updated_at", "timestamptz"],
      ],
      rows: made.contacts.map((c) => [
        c.id,
        `c${c.number}`,
        `c${c.number}@leads.example`,
        c.firstName,
        c.lastName,
        c.companyId,
        c.status,
        c.source,
        c.assignedTo,
        JSON.stringify(c.campaign === null ? {} : { campaignId: c.campaign }),
        moment(c.createdAt),
        moment(c.createdAt),
      ]),
    },
    {
      table: "conversations",
      columns: [
        ["id", "uuid"],
        ["external_id", "text"],
        ["contact_id", "uuid"],
        ["channel", "text"],
        ["message_count", "integer"],
        ["last_message_at", "timestamptz"],
        ["created_at", "timestamptz"],
      ],
      rows: made.conversations.map((c, index) => [
        c.id,
        `t${index}`,
        c.contactId,
        c.channel,
        String(c.messages),
        moment(c.lastAt),
        moment(c.createdAt),
      ]),
    },
    {
      table: "interactions",
      columns: [
        ["id", "uuid"],
        ["external_id", "text"],
        ["contact_id", "uuid"],
        ["conversation_id", "uuid"],
        ["type", "text"],
        ["channel", "text"],
        ["direction", "text"],
        ["user_id", "text"],
        ["occurred_at", "timestamptz"],
        ["content_hash", "text"],
      ],
      rows: made.interactions.map((i, index) => [
        i.id,
        `i${index}`,
        i.contactId,
        i.conversationId,
        i.type,
        i.channel,
        i.direction,
        i.userId,
        moment(i.at),
        "made up",
      ]),
    },
    {
      table: "outcomes",
      columns: [
        ["contact_id", "uuid"],
        ["result", "text"],
        ["occurred_at", "timestamptz"],
        ["source", "text"],
        ["idempotency_key", "text"],
      ],
      rows: made.outcomes.map((o) => [o.contactId, o.result, moment(o.at), "import:made-up", "made up"]),
    },
  ];
}
