import type { DraftRisk } from "#core/domain/draft.ts";
import { flaggedFrom } from "../../injection/injection-signal.ts";

const legalThreat =
  /\b(?:lawyer|attorney|solicitor|lawsuit|legal action|sue you|suing|court|ombudsman|regulator|data protection (?:authority|officer)|data breach|anwalt\w*|rechtsanwält\w*|klage|gericht|datenschutzbehörde|avocat|tribunal|mise en demeure|abogado|demanda judicial|juzgado)\b/iu;
const harm =
  /\b(?:injur(?:y|ed|ies)|hospital|suicid\w*|discriminat\w*|harass\w*|fraud|police|passed away|bereavement|verletzt|polizei|betrug|blessé|police|herid[oa]|policía)\b/iu;

/** Why a person should look at any answer to a message, whatever the draft says. */
export function threadRisks(
  message: string,
  { score, reasons }: { score: number; reasons: readonly string[] },
): DraftRisk[] {
  const risks: DraftRisk[] = [];
  if (score >= flaggedFrom)
    risks.push({
      kind: "injection_signal",
      severity: "HIGH",
      text: `The message looks as if it were meant for an assistant: ${reasons.join("; ") || "it reads so"}.`,
    });
  if (legalThreat.test(message))
    risks.push({
      kind: "sensitive",
      severity: "HIGH",
      text: "The message speaks of lawyers, courts or authorities.",
    });
  else if (harm.test(message))
    risks.push({ kind: "sensitive", severity: "HIGH", text: "The message speaks of harm, crime or grief." });
  return risks;
}
