import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { currentRecords } from "./current-records.ts";
import type { ExportPosition } from "./export-cursor.ts";
import { type ExportKind, type ExportRecord, exportKinds } from "./export-record.ts";

export type PassPosition = Extract<ExportPosition, { phase: "all" }>;

export interface PassPage {
  types: readonly ExportKind[];
  position: PassPosition;
  limit: number;
}

/** The next records of one kind by their ids. After the last kind it goes on with what has changed since the pass began. */
export async function passPage(
  tx: Transaction,
  principal: Principal,
  { types, position, limit }: PassPage,
): Promise<{ records: ExportRecord[]; position: ExportPosition }> {
  const { kind, after } = position;
  const { rows } = await tx.query<{ id: string }>(
    `SELECT ${idOf[kind].column} AS id FROM ${idOf[kind].table} WHERE tenant_id = $1 AND ($2::uuid IS NULL OR ${idOf[kind].column} > $2)
      GROUP BY 1 ORDER BY 1 LIMIT $3`,
    [principal.tenant.id, after, limit],
  );
  const ids = rows.map(({ id }) => id);
  const found = await currentRecords(tx, principal, { kind, ids });
  const records = ids.flatMap((id) => found.get(id) ?? []);
  const last = ids.at(-1);
  if (ids.length === limit && last) return { records, position: { ...position, after: last } };
  const next = exportKinds.slice(exportKinds.indexOf(kind) + 1).find((each) => types.includes(each));
  const { tx: begin } = position;
  return {
    records,
    position: next
      ? { phase: "all", kind: next, after: null, tx: begin }
      : { phase: "changes", tx: begin, seq: 0, part: 0 },
  };
}

const idOf: Record<ExportKind, { table: string; column: string }> = {
  contact: { table: "contacts", column: "id" },
  interaction: { table: "interactions", column: "id" },
  outcome: { table: "outcomes", column: "contact_id" },
  score: { table: "lead_scores", column: "contact_id" },
};
