import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { readTrainingState, type TrainingState } from "./training-state.ts";
import { type DriftSince, watchDrift } from "./watch-drift.ts";

/** Whether it is time to train again, and why or why not. */
export interface Retraining {
  due: boolean;
  reasons: string[];
  /** Leads whose end was recorded after the latest training. */
  newOutcomes: number;
  /** What has changed since the serving model was trained; null when none serves or it cannot be read. */
  drift: DriftSince | null;
}

/** Training needs as many of either outcome. */
const fewestOutcomes = 20;
const fewestNew = 20;
const shareNew = 0.2;
const oldDays = 90;
const dayMs = 86_400_000;

/**
 * Says whether the workspace should be trained again. New outcomes and age are counted from the latest training, whether
 * its model serves or not: training on the same outcomes again comes to the same. So drift without new outcomes to learn
 * from is told, and no reason.
 */
export async function retrainingDue(
  db: Database,
  principal: Principal,
  { now = new Date() }: { now?: Date } = {},
): Promise<Retraining> {
  const state = await db.readTenant(principal.tenant.id, (tx) => readTrainingState(tx, principal));
  const { serving, model } = state;
  const drift = serving && model ? await watchDrift(db, principal, { serving, model, now }) : null;
  const alarms = drift?.alarms ?? [];
  const reasons = reasonsFor(state, alarms, now);
  const due = reasons.length > 0;
  return {
    due,
    reasons: due ? reasons : reasonsAgainst(state, alarms),
    newOutcomes: state.newOutcomes,
    drift,
  };
}

function reasonsFor(state: TrainingState, alarms: readonly string[], now: Date): string[] {
  const { serving, latest, model, newOutcomes } = state;
  if (!latest) return learnable(state) ? [`${known(state)}, and no model is trained.`] : [];
  if (serving && !model)
    return [
      `Version ${serving.version}, which serves, is from another version of Rapport: it cannot be read.`,
    ];
  const reasons: string[] = [];
  if (latest.kind === "prior" && learnable(state) && newOutcomes > 0)
    reasons.push(`${known(state)}, and version ${latest.version} is only the prior.`);
  else if (newOutcomes >= wanted(state))
    reasons.push(`${newOutcomes} leads have ended since version ${latest.version} was trained.`);
  const days = Math.floor((now.getTime() - latest.trainedAt.getTime()) / dayMs);
  if (days >= oldDays && newOutcomes > 0)
    reasons.push(`Version ${latest.version} is ${days} days old, and ${newOutcomes} leads have ended since.`);
  if (newOutcomes >= fewestNew) reasons.push(...alarms.map((alarm) => `Drift: ${alarm}`));
  return reasons;
}

function reasonsAgainst(state: TrainingState, alarms: readonly string[]): string[] {
  const { latest, serving, newOutcomes } = state;
  if (!latest) return [`${known(state)}; training needs ${fewestOutcomes} of each.`];
  const ended = `${newOutcomes} leads have ended since version ${latest.version} was trained`;
  const idle =
    latest.id === serving?.id || latest.status === "challenger"
      ? []
      : [`Version ${latest.version} does not serve: ${latest.life.guard?.reason ?? "it was only stored."}`];
  const told = alarms.map(
    (alarm) => `Drift, but fewer than ${fewestNew} new outcomes to learn from: ${alarm}`,
  );
  return [`${ended}; ${wanted(state)} are wanted.`, ...idle, ...told];
}

function wanted({ latest }: TrainingState): number {
  return Math.max(fewestNew, Math.ceil(shareNew * (latest?.report?.rows ?? 0)));
}

function learnable({ won, lost }: TrainingState): boolean {
  return Math.min(won, lost) >= fewestOutcomes;
}

function known({ won, lost }: TrainingState): string {
  return `${won} won and ${lost} lost leads are known`;
}
