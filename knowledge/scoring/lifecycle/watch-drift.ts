import { z } from "zod";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { type DriftReference, driftOf, driftReport, referencePopulation } from "../honesty/drift.ts";
import { outcomeDrift, outcomeDriftOf } from "../honesty/outcome-drift.ts";
import type { LeadModel } from "../lead-model.ts";
import type { StoredModel } from "./model-store.ts";
import { sampleOpenLeads } from "./open-leads.ts";
import { openPopulation } from "./open-population.ts";
import { scoresBeforeEnd } from "./scores-before-end.ts";

/** What has changed since the serving model was trained. */
export const driftSince = z.object({
  /** Open leads' fields and scores; null when there is nothing to hold them against. */
  population: driftReport.omit({ outcomes: true, alarm: true }).nullable(),
  /** Leads that ended since the model began to serve, against their scores before; null without any. */
  outcomes: outcomeDrift.nullable(),
  /** A sentence for each alarm, which names the field. */
  alarms: z.array(z.string()),
});
export type DriftSince = z.infer<typeof driftSince>;

export interface Watched {
  serving: StoredModel;
  model: LeadModel;
  now: Date;
}

/** Holds the open leads, and how leads ended, against what the serving model was trained on and has foretold. */
export async function watchDrift(
  db: Database,
  principal: Principal,
  { serving, model, now }: Watched,
): Promise<DriftSince> {
  const since = serving.publishedAt ?? serving.trainedAt;
  const query = { since, servingId: serving.id, challengerId: null };
  const { open, scores } = await db.readTenant(principal.tenant.id, async (tx) => ({
    open: await sampleOpenLeads(tx, principal),
    scores: await scoresBeforeEnd(tx, principal, query),
  }));
  const reference = referenceOf(model);
  const population = reference ? driftOf(reference, await openPopulation(model, open, now)) : null;
  const probabilities = Float64Array.from(scores, ({ served }) => served);
  const labels = Uint8Array.from(scores, ({ won }) => (won ? 1 : 0));
  const outcomes = scores.length > 0 ? outcomeDriftOf({ probabilities, labels }) : null;
  const watched = [
    ...(population ? [...population.fields, population.scores] : []),
    ...(outcomes ? [outcomes] : []),
  ];
  return {
    population: population && {
      leads: population.leads,
      fields: population.fields,
      scores: population.scores,
    },
    outcomes,
    alarms: watched.flatMap(({ alarm, sentence }) => (alarm === "alarm" ? [sentence] : [])),
  };
}

/** Of the features that the model reads: what else moves makes no difference to it. */
function referenceOf({ artifact, scorer }: LeadModel): DriftReference | undefined {
  const { data } = referencePopulation.safeParse(artifact.reference);
  const read = new Set(scorer.sources);
  return data && { ...data, features: data.features.filter(({ source }) => read.has(source)) };
}
