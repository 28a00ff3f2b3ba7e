import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type LeadModel, loadLeadModel } from "../lead-model.ts";
import { trainPrior } from "../training/train-prior.ts";
import { loadedModel } from "./loaded-models.ts";
import { servingModelId } from "./model-store.ts";

/** The scorer that answers for a workspace. */
export interface ServingModel {
  /** Null while nothing is trained: the documented prior serves. */
  id: string | null;
  model: LeadModel;
}

let untrained: LeadModel | undefined;

/**
 * The workspace's model, ready to score.
 * @throws AppError NOT_READY when this version of Rapport cannot read it: no other model is served in its stead unasked.
 */
export async function servingModel(tx: Transaction, principal: Principal): Promise<ServingModel> {
  const id = await servingModelId(tx, principal);
  if (id === null) {
    untrained ??= loadLeadModel(trainPrior([], { trainedAt: new Date(0) }).artifact);
    return { id, model: untrained };
  }
  return { id, model: await loadedModel(tx, principal, id) };
}
