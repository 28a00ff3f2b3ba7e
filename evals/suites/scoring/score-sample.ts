import { sampleName } from "#knowledge/sample/import-sample.ts";
import { leadPages } from "#knowledge/scoring/snapshots/lead-pages.ts";
import { holdOut } from "#knowledge/scoring/training/hold-out.ts";
import { trainingLeads } from "#knowledge/scoring/training/training-leads.ts";
import { withEmbedded } from "../../product/with-embedded.ts";
import { scoreLeads } from "./score-in-memory.ts";
import type { ScoredTable } from "./scored-table.ts";

/** Imports the sample workspace into a new embedded database, trains on its older leads and judges by its hold-out. */
export function scoreSample(): Promise<ScoredTable> {
  return withEmbedded(async ({ db, operations, principal }) => {
    const started = performance.now();
    await operations.importSample("evals");
    const importing = (performance.now() - started) / 1000;
    const records = await Array.fromAsync(leadPages(db, await principal(sampleName), { labelledOnly: true }));
    const { training, heldOut } = holdOut(trainingLeads(records.flat(), new Date()), 0);
    const scored = await scoreLeads({ training, test: heldOut });
    return { ...scored, way: "in memory, after import", seconds: { ...scored.seconds, importing } };
  });
}
