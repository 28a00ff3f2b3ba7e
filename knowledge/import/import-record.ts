import { randomUUID } from "node:crypto";
import type { FieldType } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import { analyzeGrown } from "../db/analyze-grown.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { ImportKind } from "./import-summary.ts";

export interface ImportRecord {
  kind: ImportKind;
  file: string;
  settings: Record<string, unknown>;
}

/** Notes that an import has begun; a record that never finishes tells of one that was interrupted. */
export async function startImport(db: Database, principal: Principal, record: ImportRecord): Promise<string> {
  const id = randomUUID();
  const values = [principal.tenant.id, id, record.kind, record.file, JSON.stringify(record.settings)];
  await db.withTenant(
    principal.tenant.id,
    (tx) =>
      tx.query(
        `insert into imports (tenant_id, id, kind, file_name, settings) values ($1, $2, $3, $4, $5)
          on conflict (tenant_id, id) do nothing`,
        values,
      ),
    { idempotent: true },
  );
  return id;
}

/** Notes what an import did. */
export async function finishImport(
  db: Database,
  principal: Principal,
  id: string,
  counts: object,
): Promise<void> {
  await db.withTenant(
    principal.tenant.id,
    (tx) =>
      tx.query(`update imports set counts = $3, finished_at = now() where tenant_id = $1 and id = $2`, [
        principal.tenant.id,
        id,
        JSON.stringify(counts),
      ]),
    { idempotent: true },
  );
}

/**
 * Tells the planner of queries how full the tables of imports are, where they have grown by a tenth: until then it may take a workspace that
 * is new for an empty one.
 * @param growth another size, over the one when it last looked.
 */
export async function analyzeTables(db: Database, { growth = 1.1 } = {}): Promise<void> {
  const tables = [
    "contacts",
    "contact_history",
    "outcomes",
    "interactions",
    "companies",
    "conversations",
    "passage_queue",
  ];
  await analyzeGrown(db, tables, { growth });
}

/** The last other file whose contacts were numbered by their lines in the same way, if there is one. */
export async function otherNumberedFile(
  tx: Transaction,
  principal: Principal,
  { file, idPrefix }: { file: string; idPrefix: string },
): Promise<string | undefined> {
  const { rows } = await tx.query<{ file_name: string }>(
    `select file_name from imports where tenant_id = $1 and kind = 'contacts' and settings ->> 'id' = 'line'
        and coalesce(settings ->> 'idPrefix', '') = $2 and file_name <> $3 order by started_at desc limit 1`,
    [principal.tenant.id, idPrefix, file],
  );
  return rows[0]?.file_name;
}

/** The types of an entity's custom fields as earlier imports found them. */
export async function fieldTypes(
  tx: Transaction,
  principal: Principal,
  entity: string,
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ name: string; type: string }>(
    `select name, type from field_definitions where tenant_id = $1 and entity = $2`,
    [principal.tenant.id, entity],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Keeps the types of custom fields; a column without values says nothing about its field. */
export async function saveFieldTypes(
  db: Database,
  principal: Principal,
  entity: string,
  fields: ReadonlyMap<string, FieldType>,
): Promise<void> {
  const told = [...fields].filter(([, type]) => type !== "empty");
  if (told.length === 0) return;
  await db.withTenant(
    principal.tenant.id,
    (tx) =>
      tx.query(
        `insert into field_definitions (tenant_id, entity, name, type)
          select $1, $2, name, type from unnest($3::text[], $4::text[]) as f(name, type)
          on conflict (tenant_id, entity, name) do update set type = excluded.type, updated_at = now()
            where field_definitions.type <> excluded.type`,
        [principal.tenant.id, entity, told.map(([name]) => name), told.map(([, type]) => type)],
      ),
    { idempotent: true },
  );
}
