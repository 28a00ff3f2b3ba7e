import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import type { LeadModel } from "./lead-model.ts";
import { servingModel } from "./lifecycle/serving-model.ts";
import { scoreSnapshot } from "./score.ts";
import type { LeadSnapshot } from "./snapshots/snapshot.ts";
import type { LocalVote } from "./votes/vote.ts";

/** Scores one lead with the workspace's model, and says what a reader must know about that score. */
export async function predictLead(
  db: Database,
  principal: Principal,
  snapshot: LeadSnapshot,
): Promise<LocalVote> {
  const { id, model } = await db.readTenant(principal.tenant.id, (tx) => servingModel(tx, principal));
  const { kind, bands } = model.artifact;
  return {
    score: scoreSnapshot(model, snapshot),
    modelId: id,
    kind,
    bands,
    caveats: caveatsOf(model, snapshot),
  };
}

function caveatsOf({ artifact }: LeadModel, { interactions, fields }: LeadSnapshot): string[] {
  const { kind, labels } = artifact;
  const caveats: string[] = [];
  if (kind === "prior") {
    caveats.push(
      `No model is trained: ${labels.won} won and ${labels.lost} lost leads are known and 20 of each are needed, so a general prior on engagement scores and the interval is wide.`,
    );
  }
  if (interactions.length === 0 && Object.keys(fields).length === 0) {
    caveats.push("Nothing is known of this lead at that moment but that it exists.");
  }
  return caveats;
}
