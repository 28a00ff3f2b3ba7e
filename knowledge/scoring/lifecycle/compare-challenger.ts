import { z } from "zod";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { auc } from "../evaluate/auc.ts";
import { brier, logLoss } from "../evaluate/proper-scores.ts";
import { challengerModelId, getModel, servingModelId } from "./model-store.ts";
import { pairedLosses } from "./paired-losses.ts";
import { type ScoreBeforeEnd, scoresBeforeEnd } from "./scores-before-end.ts";

const figures = z.object({
  /** Mean, in nats. */
  logLoss: z.number(),
  brier: z.number(),
  /** Null unless both outcomes occurred. */
  auc: z.number().nullable(),
});

/** The serving model and its challenger on the leads that both scored while they were open. */
export const challengerComparison = z.object({
  challenger: z.number().int(),
  serving: z.number().int(),
  since: z.date(),
  leads: z.number().int(),
  won: z.number().int(),
  /** Null without any lead. */
  served: figures.nullable(),
  shadow: figures.nullable(),
  /** Log loss of the challenger less that of the serving model, with its 95 % interval; under 0 the challenger is better. */
  difference: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
  advice: z.enum(["promote", "keep watching", "drop"]),
  reason: z.string(),
});
export type ChallengerComparison = z.infer<typeof challengerComparison>;

/** Fewer won or lost leads than this prove nothing, however clear they look. */
const fewest = 20;

/**
 * Holds the challenger's stored scores against those that were served, by the leads that have ended since its shadow began;
 * null without a challenger or anything that serves. It advises to promote or to drop where the 95 % interval of the paired
 * difference leaves no doubt; looked at every week, an interval errs more often than one time in twenty.
 */
export async function compareChallenger(
  tx: Transaction,
  principal: Principal,
): Promise<ChallengerComparison | null> {
  const [servingId, challengerId] = [
    await servingModelId(tx, principal),
    await challengerModelId(tx, principal),
  ];
  const serving = servingId ? await getModel(tx, principal, servingId) : undefined;
  const challenger = challengerId ? await getModel(tx, principal, challengerId) : undefined;
  if (!serving || !challenger?.shadowSince) return null;
  const since = challenger.shadowSince;
  const leads = await scoresBeforeEnd(tx, principal, { since, servingId: serving.id, challengerId });
  const versions = { challenger: challenger.version, serving: serving.version, since };
  return { ...versions, ...compare(leads) };
}

function compare(leads: readonly ScoreBeforeEnd[]) {
  const won = leads.filter((lead) => lead.won).length;
  const count = { leads: leads.length, won };
  if (leads.length === 0) {
    const reason = "No lead that both models scored has ended yet.";
    return {
      ...count,
      served: null,
      shadow: null,
      difference: null,
      advice: "keep watching" as const,
      reason,
    };
  }
  const { difference: mean, error } = pairedLosses(
    leads.map((lead) => ({ won: lead.won, first: lead.served, second: lead.shadow ?? lead.served })),
  );
  const difference = { mean, low: mean - 1.96 * error, high: mean + 1.96 * error };
  return {
    ...count,
    served: figuresOf(leads, ({ served }) => served),
    shadow: figuresOf(leads, ({ shadow, served }) => shadow ?? served),
    difference,
    ...advise(Math.min(won, leads.length - won), difference),
  };
}

function advise(rarer: number, { mean, low, high }: { mean: number; low: number; high: number }) {
  const by = `its log loss is ${Math.abs(mean).toFixed(3)} ${mean > 0 ? "higher" : "lower"} (95 % interval ${low.toFixed(3)} to ${high.toFixed(3)})`;
  if (rarer < fewest)
    return {
      advice: "keep watching" as const,
      reason: `${fewest} won and ${fewest} lost leads are needed, there are ${rarer} of the rarer; so far ${by}.`,
    };
  if (high < 0) return { advice: "promote" as const, reason: `The challenger is better: ${by}.` };
  if (low > 0) return { advice: "drop" as const, reason: `The challenger is worse: ${by}.` };
  return { advice: "keep watching" as const, reason: `The two cannot be told apart yet: ${by}.` };
}

function figuresOf(leads: readonly ScoreBeforeEnd[], chance: (lead: ScoreBeforeEnd) => number) {
  const judged = {
    scores: Float64Array.from(leads, chance),
    labels: Uint8Array.from(leads, ({ won }) => (won ? 1 : 0)),
  };
  const area = auc(judged);
  return { logLoss: logLoss(judged), brier: brier(judged), auc: Number.isNaN(area) ? null : area };
}
