import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type LeadModel, loadLeadModel } from "../lead-model.ts";
import { trainPrior } from "../training/train-prior.ts";
import { readArtifact, servingModelId } from "./model-store.ts";

/** The scorer that answers for a workspace. */
export interface ServingModel {
  /** Null while nothing is trained: the documented prior serves. */
  id: string | null;
  model: LeadModel;
}

const kept = new Map<string, LeadModel>();
const keptAtMost = 20;
let untrained: LeadModel | undefined;

/** The workspace's model, ready to score. Models never change once stored, so each is loaded once a process. */
export async function servingModel(tx: Transaction, principal: Principal): Promise<ServingModel> {
  const id = await servingModelId(tx, principal);
  if (id === null) {
    untrained ??= loadLeadModel(trainPrior([], { trainedAt: new Date(0) }).artifact);
    return { id, model: untrained };
  }
  const key = `${principal.tenant.id}/${id}`;
  const known = kept.get(key);
  if (known) return { id, model: known };
  const model = loadLeadModel(await readArtifact(tx, principal, id));
  const oldest = kept.keys().next();
  if (kept.size >= keptAtMost && !oldest.done) kept.delete(oldest.value);
  kept.set(key, model);
  return { id, model };
}
