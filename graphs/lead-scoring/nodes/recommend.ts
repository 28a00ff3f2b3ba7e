import type { LeadScoringTools } from "../ports.ts";
import type { Improvement, LeadScoringState, LeadScoringUpdate } from "../state.ts";

/** Says what to do next: what the model expects to raise the score, else what the band calls for. */
export const recommend =
  ({ suggestImprovements }: LeadScoringTools) =>
  async ({ request, lead, score }: LeadScoringState): Promise<LeadScoringUpdate> => {
    if (lead.outcome) {
      return {
        improvements: [],
        recommendations: [`The lead is ${lead.outcome.result}; nothing to do to win it.`],
      };
    }
    const improvements = await suggestImprovements.run(request.context, { snapshot: lead.snapshot });
    const waiting = lead.snapshot.interactions.at(-1)?.direction === "INBOUND";
    const first = waiting ? "Answer the lead's last message: it waits for us." : nextStep[score.band];
    return { improvements, recommendations: [first, ...improvements.slice(0, 3).map(sentence)] };
  };

const nextStep = {
  A: "Contact this lead first today: it is among the best tenth.",
  B: "Contact this lead this week: it is among the best third.",
  C: "Keep this lead warm with a light touch; it is of middling promise.",
  D: "Spend little time on this lead unless something changes.",
} as const;

function sentence({ action, gainPoints }: Improvement): string {
  return `${action.replace(/\.$/, "")} (expected ${gainPoints >= 0 ? "+" : ""}${gainPoints.toFixed(1)} points)`;
}
