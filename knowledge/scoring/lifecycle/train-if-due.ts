import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import {
  type TrainedModel,
  type TrainWorkspaceOptions,
  trainWorkspace,
} from "../training/train-workspace.ts";
import { type Retraining, retrainingDue } from "./retraining-due.ts";

/**
 * Trains the workspace if that is due, and else says why not. Fields are left out and vouched for as they were for the
 * serving model, unless others are named.
 */
export async function trainIfDue(
  db: Database,
  principal: Principal,
  options: TrainWorkspaceOptions = {},
): Promise<{ retraining: Retraining; trained: TrainedModel | null }> {
  const retraining = await retrainingDue(db, principal);
  if (!retraining.due) return { retraining, trained: null };
  return { retraining, trained: await trainWorkspace(db, principal, options) };
}
