import { personalFields } from "../personal-fields.ts";
import type { LeadScoringTools } from "../ports.ts";
import type { Improvement, LeadScoringState, LeadScoringUpdate } from "../state.ts";

/** Says what to do next: what the model expects to raise the score, else what the band calls for. */
export const recommend =
  ({ suggestImprovements }: LeadScoringTools) =>
  async ({ request, lead, local, score }: LeadScoringState): Promise<LeadScoringUpdate> => {
    if (lead.outcome) {
      return {
        improvements: [],
        recommendations: [`The lead is ${lead.outcome.result}; nothing to do to win it.`],
      };
    }
    const improvements = await suggestImprovements.run(request.context, { snapshot: lead.snapshot });
    const waiting = lead.snapshot.interactions.at(-1)?.direction === "INBOUND";
    const usual = local.kind === "base-rate" ? noSignal : nextStep[score.band];
    const first = waiting ? "Answer the lead's last message: it waits for us." : usual;
    // A model may word these: it is not told of people, such as another owner of the lead.
    const personal = personalFields(lead);
    const told = improvements.filter(({ field }) => !personal.has(field));
    return { improvements, recommendations: [first, ...told.slice(0, 3).map(sentence)] };
  };

const nextStep = {
  A: "Contact this lead first today: it is among the best tenth.",
  B: "Contact this lead this week: it is among the best third.",
  C: "Keep this lead warm with a light touch; it is of middling promise.",
  D: "Spend little time on this lead unless something changes.",
} as const;

const noSignal =
  "The data cannot tell leads apart, so the score is no reason to prefer this lead or to drop it: go by what you know of it.";

function sentence({ action, gainPoints, gainLow }: Improvement): string {
  const doubt = gainLow < 0 ? ", uncertain" : "";
  return `${action.replace(/\.$/, "")} (expected +${gainPoints.toFixed(1)} points${doubt})`;
}
