import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { LeadModel } from "../lead-model.ts";
import { readableModel } from "./loaded-models.ts";
import { challengerModelId } from "./model-store.ts";

/** A model whose scores are stored beside those of the serving one, and never served. */
export interface ChallengerModel {
  id: string;
  model: LeadModel;
}

/** The workspace's challenger, ready to score, or null without any; one that cannot be read must not disturb the one that serves. */
export async function challengerModel(
  tx: Transaction,
  principal: Principal,
): Promise<ChallengerModel | null> {
  const id = await challengerModelId(tx, principal);
  const model = id && (await readableModel(tx, principal, id));
  return model ? { id, model } : null;
}
