import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { type ChallengerComparison, compareChallenger } from "./compare-challenger.ts";
import { findModel } from "./find-model.ts";
import type { StoredModel } from "./model-store.ts";
import { type Retraining, retrainingDue } from "./retraining-due.ts";

/** A model with what is known of it by now. */
export interface ModelDetails {
  model: StoredModel;
  /** Of the serving model; null for others. */
  retraining: Retraining | null;
  /** Of the serving model and its challenger; null for others, or without one. */
  challenger: ChallengerComparison | null;
}

/**
 * Describes the serving model or the one named by its version.
 * @throws AppError NOT_FOUND, which names the versions there are.
 */
export async function describeModel(
  db: Database,
  principal: Principal,
  which: string,
): Promise<ModelDetails> {
  const { model, challenger } = await db.readTenant(principal.tenant.id, async (tx) => {
    const model = await findModel(tx, principal, which);
    const compared = model.status === "serving" || model.status === "challenger";
    return { model, challenger: compared ? await compareChallenger(tx, principal) : null };
  });
  const retraining = model.status === "serving" ? await retrainingDue(db, principal) : null;
  return { model, retraining, challenger };
}
