import type { LeadScore } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { phrasesIn } from "../features/text/said.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import { scoreSnapshot } from "../score.ts";
import { leadPages } from "../snapshots/lead-pages.ts";
import { snapshotAt } from "../snapshots/load-snapshots.ts";
import { inTurns } from "./in-turns.ts";

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

/** Scores every contact page by page, in memory that does not grow with their number. Stores nothing, and names no reasons. */
export async function scoreAll(db: Database, principal: Principal, options: ScoreAllOptions): Promise<void> {
  const { asOf = new Date(), signal, onPage } = options;
  const { model } = await db.readTenant(principal.tenant.id, (tx) => servingModel(tx, principal));
  for await (const records of leadPages(db, principal, {
    phrases: phrasesIn(model.scorer.sources),
    signal,
  })) {
    const leads: ExportedScore[] = [];
    for await (const few of inTurns(records, signal)) {
      for (const record of few) {
        const score = scoreSnapshot(model, snapshotAt(record, asOf), { factors: 0 });
        leads.push({ id: record.externalId ?? record.email ?? record.contactId, score, engine: "local" });
      }
    }
    await onPage(leads);
  }
}
