import type { LeadScore } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import { scoreSnapshot } from "../score.ts";
import { loadLeadRecords, snapshotAt } from "../snapshots/load-snapshots.ts";

/** A contact's score with the id it was imported with. */
export interface ExportedScore {
  id: string;
  score: LeadScore;
  engine: string;
}

export interface ScoreAllOptions {
  /** Only what was known before it counts; now by default. */
  asOf?: Date;
  signal?: AbortSignal;
  onPage(leads: readonly ExportedScore[]): Promise<void>;
}

const pageSize = 4_000;

/** Scores every contact page by page, in memory that does not grow with their number. Stores nothing. */
export async function scoreAll(db: Database, principal: Principal, options: ScoreAllOptions): Promise<void> {
  const { asOf = new Date(), signal, onPage } = options;
  const { model } = await db.readTenant(principal.tenant.id, (tx) => servingModel(tx, principal));
  let after: string | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const records = await db.readTenant(principal.tenant.id, (tx) =>
      loadLeadRecords(tx, principal, { after, limit: pageSize }),
    );
    const leads = records.map((record) => ({
      id: record.externalId ?? record.email ?? record.contactId,
      score: scoreSnapshot(model, snapshotAt(record, asOf)),
      engine: "local",
    }));
    if (leads.length > 0) await onPage(leads);
    if (records.length < pageSize) return;
    after = records.at(-1)?.contactId;
  }
}
