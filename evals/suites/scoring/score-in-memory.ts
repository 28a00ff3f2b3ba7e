import { loadLeadModel } from "#knowledge/scoring/lead-model.ts";
import { scoreSnapshot } from "#knowledge/scoring/score.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";
import { trainLeadModel } from "#knowledge/scoring/training/train.ts";
import { moment } from "../../lead-of.ts";
import { tableLeads } from "../../table-leads.ts";
import { factorGap, judgedColumns, type ScoredTable, type ScoringCase } from "./scored-table.ts";

/** Trains on the train and valid rows of a table in memory, and scores its test rows with all their factors. */
export async function scoreInMemory({ table, ignore }: ScoringCase): Promise<ScoredTable> {
  const leads = tableLeads(table, ignore);
  const part = (test: boolean) =>
    leads.filter(({ split }) => (split === "test") === test).map(({ lead }) => lead);
  return scoreLeads({ training: part(false), test: part(true) });
}

/** Trains on some leads and scores others. */
export async function scoreLeads({
  training,
  test,
}: {
  training: readonly LabelledLead[];
  test: readonly LabelledLead[];
}): Promise<ScoredTable> {
  const started = performance.now();
  const { artifact, report } = await trainLeadModel(training, { trainedAt: moment });
  const trained = performance.now();
  // As it would come out of the database.
  const model = loadLeadModel(JSON.parse(JSON.stringify(artifact)));
  const loaded = performance.now();
  const rows = test.map(({ snapshot, result }) => ({
    score: scoreSnapshot(model, snapshot),
    won: result === "won",
  }));
  const scored = performance.now();
  return {
    way: "in memory",
    ...judgedColumns(rows),
    report,
    scored: rows.length,
    seconds: { importing: null, training: (trained - started) / 1000, scoring: (scored - loaded) / 1000 },
    factorGap: rows.reduce((most, { score }) => Math.max(most, factorGap(score)), 0),
  };
}
