import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { currentRecords } from "./current-records.ts";
import type { ExportPosition } from "./export-cursor.ts";
import { type ExportKind, type ExportRecord, exportKinds } from "./export-record.ts";

export type ChangePosition = Extract<ExportPosition, { phase: "changes" }>;

export interface ChangePage {
  types: readonly ExportKind[];
  position: ChangePosition;
  /** Transactions before this one have ended: nothing of theirs can come later. */
  horizon: string;
  limit: number;
}

interface Change {
  tx: string;
  seq: number;
  part: number;
  type: string;
  id: string;
  at: Date;
}

/**
 * The records of the next events, each once, as they stand now. Events stand in the order of their transactions' numbers, which are drawn
 * when a transaction first writes and not when it ends: of two that overlap, the one with the smaller number may be saved last. A reader
 * who had gone past it would never see its events, so only those before the oldest transaction that still runs are given.
 */
export async function changePage(
  tx: Transaction,
  principal: Principal,
  { types, position, horizon, limit }: ChangePage,
): Promise<{ records: ExportRecord[]; position: ChangePosition; isEnd: boolean; at: Date | undefined }> {
  const { rows } = await tx.query<Change>(
    `SELECT e.tx::text AS tx, e.seq, u.part::int AS part, e.type, u.id, e.created_at AS at
      FROM events e CROSS JOIN LATERAL unnest(e.subjects) WITH ORDINALITY u(id, part)
      WHERE e.tenant_id = $1 AND e.type = ANY($2::text[]) AND (e.tx, e.seq) >= ($3::xid8, $4::bigint) AND e.tx < $5::xid8
        AND (e.tx, e.seq, u.part) > ($3::xid8, $4::bigint, $6::bigint)
      ORDER BY e.tx, e.seq, u.part LIMIT $7`,
    [
      principal.tenant.id,
      types.flatMap((kind) => Object.keys(eventsOf[kind])),
      position.tx,
      position.seq,
      horizon,
      position.part,
      limit,
    ],
  );
  const records = await recordsOf(tx, principal, rows);
  const last = rows.at(-1);
  if (rows.length === limit && last) {
    const { tx: at, seq, part } = last;
    return { records, position: { phase: "changes", tx: at, seq, part }, isEnd: false, at: last.at };
  }
  return {
    records,
    position: { phase: "changes", tx: horizon, seq: 0, part: 0 },
    isEnd: true,
    at: undefined,
  };
}

/** Events of each kind of record, and whether it is no more after them. */
const eventsOf: Record<ExportKind, Record<string, { isDeleted: boolean }>> = {
  contact: {
    "contact.created": { isDeleted: false },
    "contact.updated": { isDeleted: false },
    "contact.deleted": { isDeleted: true },
  },
  interaction: {
    "interaction.logged": { isDeleted: false },
    "interaction.updated": { isDeleted: false },
    "interaction.deleted": { isDeleted: true },
  },
  outcome: { "outcome.recorded": { isDeleted: false } },
  score: { "lead.score_changed": { isDeleted: false } },
};

async function recordsOf(
  tx: Transaction,
  principal: Principal,
  changes: readonly Change[],
): Promise<ExportRecord[]> {
  const told = changes.flatMap(({ type, id }) => {
    const kind = exportKinds.find((each) => type in eventsOf[each]);
    return kind ? [{ kind, id, isDeleted: eventsOf[kind][type]?.isDeleted ?? false }] : [];
  });
  const once = [...new Map(told.map((each) => [`${each.kind} ${each.id} ${each.isDeleted}`, each])).values()];
  const current = new Map<ExportKind, Map<string, ExportRecord>>();
  for (const kind of exportKinds) {
    const ids = once.filter((each) => each.kind === kind && !each.isDeleted).map(({ id }) => id);
    current.set(kind, await currentRecords(tx, principal, { kind, ids }));
  }
  return once.flatMap(({ kind, id, isDeleted }) => {
    if (isDeleted) return [{ type: kind === "contact" ? "contact_deleted" : "interaction_deleted", id }];
    return current.get(kind)?.get(id) ?? [];
  });
}
