import type { Principal } from "#core/principal.ts";
import { scoreJoin, toView, type ViewRow, viewColumns } from "../crm/contact-view.ts";
import { getInteractions } from "../crm/timeline.ts";
import type { Transaction } from "../db/database.ts";
import type { ExportedOutcome, ExportedScore, ExportKind, ExportRecord } from "./export-record.ts";

/** Records of one kind as they stand now, by their ids; those that are no more are left out. */
export async function currentRecords(
  tx: Transaction,
  principal: Principal,
  { kind, ids }: { kind: ExportKind; ids: readonly string[] },
): Promise<Map<string, ExportRecord>> {
  if (ids.length === 0) return new Map();
  const records = await loaders[kind](tx, principal, ids);
  return new Map(records.map((record) => [record.id, record]));
}

type Loader = (tx: Transaction, principal: Principal, ids: readonly string[]) => Promise<ExportRecord[]>;

const loaders: Record<ExportKind, Loader> = {
  contact: async (tx, { tenant }, ids) => {
    const { rows } = await tx.query<ViewRow>(
      `SELECT ${viewColumns} FROM contacts c ${scoreJoin} WHERE c.tenant_id = $1 AND c.id = ANY($2::uuid[])`,
      [tenant.id, ids],
    );
    return rows.map((row) => ({ type: "contact", id: row.id, contact: toView(row) }));
  },
  interaction: async (tx, principal, ids) => {
    const found = await getInteractions(tx, principal, ids);
    return found.map((interaction) => ({ type: "interaction", id: interaction.id, interaction }));
  },
  outcome: async (tx, { tenant }, ids) => {
    const { rows } = await tx.query<ExportedOutcome>(
      `SELECT DISTINCT ON (contact_id) contact_id AS "contactId", result, occurred_at AS at, recorded_at AS "recordedAt", source, note
        FROM outcomes WHERE tenant_id = $1 AND contact_id = ANY($2::uuid[]) ORDER BY contact_id, seq DESC`,
      [tenant.id, ids],
    );
    return rows.map((outcome) => ({ type: "outcome", id: outcome.contactId, outcome }));
  },
  score: async (tx, { tenant }, ids) => {
    const { rows } = await tx.query<ExportedScore>(
      `SELECT contact_id AS "contactId", probability, low, high, band, confidence, model_id AS "modelId", scored_at AS "scoredAt"
        FROM lead_scores WHERE tenant_id = $1 AND contact_id = ANY($2::uuid[])`,
      [tenant.id, ids],
    );
    return rows.map((score) => ({ type: "score", id: score.contactId, score }));
  },
};
