import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate, ScorerReport } from "../state.ts";

/** Weighs the votes into one score and reports each scorer's part, the silent ones too. */
export const combine =
  ({ combineVotes }: LeadScoringTools) =>
  async ({ request, local, votes, missed }: LeadScoringState): Promise<LeadScoringUpdate> => {
    // Votes arrive in the order in which models answer; the score must not depend on it.
    const ordered = [...votes].sort((a, b) => (a.scorer < b.scorer ? -1 : 1));
    const { score, weights } = await combineVotes.run(request.context, { local, votes: ordered });
    const scorers: ScorerReport[] = [
      {
        name: "local",
        status: "voted",
        weight: weights.local ?? 1,
        probability: local.score.probability,
        reason: null,
      },
      ...ordered.map(({ scorer, probability, reason }) => ({
        name: scorer,
        status: "voted" as const,
        weight: weights[scorer] ?? 0,
        probability,
        reason,
      })),
      ...missed.map(({ scorer, reason }) => ({
        name: scorer,
        status: "failed" as const,
        weight: 0,
        probability: null,
        reason,
      })),
    ];
    return { score, scorers };
  };
