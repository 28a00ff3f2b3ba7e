import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type LeadModel, loadLeadModel } from "../lead-model.ts";
import { readArtifact } from "./model-store.ts";

const kept = new Map<string, LeadModel>();
const keptAtMost = 20;

/**
 * A stored model, ready to score. Models never change once stored, so each is loaded once a process.
 * @throws AppError NOT_READY when this version of Rapport cannot read it.
 */
export async function loadedModel(tx: Transaction, principal: Principal, id: string): Promise<LeadModel> {
  const key = `${principal.tenant.id}/${id}`;
  const known = kept.get(key);
  if (known) return known;
  const model = loadLeadModel(await readArtifact(tx, principal, id));
  const oldest = kept.keys().next();
  if (kept.size >= keptAtMost && !oldest.done) kept.delete(oldest.value);
  kept.set(key, model);
  return model;
}

/** The same, or null for a model that this version of Rapport cannot read. */
export async function readableModel(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<LeadModel | null> {
  try {
    return await loadedModel(tx, principal, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_READY") return null;
    throw error;
  }
}
