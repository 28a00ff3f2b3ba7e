import type { LeadScore } from "#core/domain/score.ts";
import { AppError } from "#core/errors.ts";
import { servingModel } from "#knowledge/scoring/lifecycle/serving-model.ts";
import { scoreSnapshot } from "#knowledge/scoring/score.ts";
import { leadPages } from "#knowledge/scoring/snapshots/lead-pages.ts";
import { snapshotAt } from "#knowledge/scoring/snapshots/load-snapshots.ts";
import { writeBlankedFile } from "../../product/blanked-file.ts";
import { type Embedded, withEmbedded } from "../../product/with-embedded.ts";
import { factorGap, judgedColumns, type ScoredTable, type ScoringCase } from "./scored-table.ts";

/**
 * Imports a table into a new embedded database with the outcomes of its test rows blanked, trains there, scores every
 * contact, and judges the scores of the test rows.
 */
export function scoreThroughProduct({ table, ignore }: ScoringCase): Promise<ScoredTable> {
  return withEmbedded(async (embedded) => {
    const { db, operations, folder } = embedded;
    const principal = await embedded.principal("evals");
    const { file, heldOut } = writeBlankedFile(folder, table);
    const { column, won, lost } = table.outcome;
    const started = performance.now();
    await operations.importContacts(principal, await operations.fileSource(file), {
      id: table.id ?? "line",
      outcome: column,
      won: [...won],
      lost: [...lost],
      ignore: [...ignore],
    });
    const imported = performance.now();
    const { report } = await operations.train(principal);
    const trained = performance.now();
    const scores = new Map<string, LeadScore>();
    await operations.scoreAll(principal, {
      onPage: async (page) => {
        for (const { id, score } of page) scores.set(id, score);
      },
    });
    const scored = performance.now();
    return {
      way: "through the product",
      ...judgedColumns([...heldOut].map(([id, isWon]) => ({ score: scoreOf(scores, id), won: isWon }))),
      report,
      scored: scores.size,
      seconds: {
        importing: (imported - started) / 1000,
        training: (trained - imported) / 1000,
        scoring: (scored - trained) / 1000,
      },
      factorGap: await largestFactorGap({ db, principal }),
    };
  });
}

function scoreOf(scores: ReadonlyMap<string, LeadScore>, id: string): LeadScore {
  const score = scores.get(id);
  if (score) return score;
  throw new AppError("INTERNAL", `Test row ${id} was not scored. Is its id unique in the file?`);
}

/** Of the first page of contacts, scored with all their factors: in bulk they are left out. */
async function largestFactorGap({
  db,
  principal,
}: Pick<Embedded, "db"> & { principal: Awaited<ReturnType<Embedded["principal"]>> }): Promise<number> {
  const { model } = await db.readTenant(principal.tenant.id, (tx) => servingModel(tx, principal));
  for await (const page of leadPages(db, principal)) {
    const now = new Date();
    return Math.max(...page.map((record) => factorGap(scoreSnapshot(model, snapshotAt(record, now)))));
  }
  return 0;
}
