import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { phrasesIn } from "../features/text/said.ts";
import { challengerModel } from "../lifecycle/challenger-model.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import { probabilityOf, scoreSnapshot } from "../score.ts";
import { loadLeadRecords, snapshotAt } from "../snapshots/load-snapshots.ts";
import { saveScores } from "./save-scores.ts";
import { reasonsKept } from "./stored-factors.ts";

/** Scores a few contacts with the statistical engine and stores it, at once: for records that were just made. */
export async function scoreContacts(
  tx: Transaction,
  principal: Principal,
  ids: readonly string[],
): Promise<void> {
  const serving = await servingModel(tx, principal);
  const challenger = await challengerModel(tx, principal);
  const phrases = phrasesIn([serving, challenger].flatMap((known) => known?.model.scorer.sources ?? []));
  const records = await loadLeadRecords(tx, principal, { ids, limit: ids.length, phrases });
  const asOf = new Date();
  const leads = records.map((record) => {
    const { contactId, version } = record;
    const snapshot = snapshotAt(record, asOf);
    const score = scoreSnapshot(serving.model, snapshot, { factors: reasonsKept });
    const shadow = challenger && probabilityOf(challenger.model, challenger.model.features(snapshot));
    return { contactId, version, score, shadow };
  });
  if (leads.length === 0) return;
  await saveScores(tx, principal, {
    leads,
    modelId: serving.id,
    shadowModelId: challenger?.id ?? null,
    asOf,
  });
}
