import type { Combined, LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate, ScorerRecord, ScorerReport } from "../state.ts";

/** Weighs the votes into one score and reports each scorer's part, the silent ones too. */
export const combine =
  ({ combineVotes }: LeadScoringTools) =>
  async ({ request, local, votes, missed }: LeadScoringState): Promise<LeadScoringUpdate> => {
    // Votes arrive in the order in which models answer; the score must not depend on it.
    const ordered = [...votes].sort((a, b) => (a.scorer < b.scorer ? -1 : 1));
    const combined = await combineVotes.run(request.context, { local, votes: ordered });
    const { score, weights, records, evFactors } = combined;
    const scorers: ScorerReport[] = [
      {
        ...silent,
        name: "local",
        status: "voted",
        weight: weights.local ?? 1,
        probability: local.score.probability,
      },
      ...ordered.map(({ scorer, probability, reason, factors }) => ({
        name: scorer,
        status: "voted" as const,
        weight: weights[scorer] ?? 0,
        probability,
        reason,
        factors,
        record: toRecord(records[scorer]),
      })),
      ...missed.map(({ scorer, reason }) => ({ ...silent, name: scorer, status: "failed" as const, reason })),
    ];
    return { score, scorers, evFactors };
  };

const silent = { weight: 0, probability: null, reason: null, factors: null, record: null };

function toRecord(record: Combined["records"][string] | undefined): ScorerRecord | null {
  if (!record) return null;
  const { leads, logLoss, localLogLoss, baseRateLogLoss } = record;
  return {
    leads,
    log_loss: logLoss,
    local_log_loss: localLogLoss,
    base_rate_log_loss: baseRateLogLoss,
  };
}
