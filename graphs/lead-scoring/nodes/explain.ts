import type { ScoreFactor } from "#core/domain/score.ts";
import type { LeadView } from "../ports.ts";
import type { Evidence, LeadScoringState, LeadScoringUpdate } from "../state.ts";

/**
 * Says in plain sentences why the score is what it is, and looks up the touches that its factors rest on. The lead's
 * name is not said: a model may phrase the text, and the name is put in afterwards.
 */
export function explain({ lead, local, score, scorers, comparable }: LeadScoringState): LeadScoringUpdate {
  const reasons = score.factors.filter(({ name }) => name !== "base rate" && name !== "calibration");
  const sentences = [
    `The lead scores ${score.score.toFixed(0)} of 100 (band ${score.band}): chance to be won ${asPercent(score.probability)}, 90 % interval ${asPercent(score.low)} to ${asPercent(score.high)}.`,
    sideOf(
      "Speaks for it",
      reasons.filter(({ contribution }) => contribution > 0),
    ),
    sideOf(
      "Speaks against it",
      reasons.filter(({ contribution }) => contribution < 0),
    ),
    outcomeSentence(lead),
    ...local.caveats,
    ...scorers
      .filter(({ status }) => status === "failed")
      .map(({ name, reason }) => `${name} did not vote: ${reason}`),
    comparableSentence(comparable),
  ];
  return {
    explanation: sentences.filter(Boolean).map(closed).join(" "),
    evidence: reasons.flatMap((factor) => evidenceFor(factor, lead)),
  };
}

const reasonsShown = 3;
const negligible = 0.02;

function sideOf(lead: string, factors: ScoreFactor[]): string {
  const shown = factors
    .filter(({ contribution }) => Math.abs(contribution) >= negligible)
    .slice(0, reasonsShown);
  if (shown.length === 0) return "";
  return `${lead}: ${shown.map(({ name, value }) => `${spoken(name)} (${value})`).join(", ")}.`;
}

/** "company.industry" reads as a domain, and not well. */
function spoken(name: string): string {
  return name.replace(/(?<=\p{L})\.(?=\p{L})/gu, " ");
}

/** A model that has seen the lead end must not be taken to foretell it. */
function outcomeSentence({ outcome }: LeadView): string {
  if (!outcome) return "";
  const when = outcome.at ? ` on ${outcome.at.toISOString().slice(0, 10)}` : "";
  return `The lead was ${outcome.result}${when}; the score is the chance that its records show without that knowledge.`;
}

function comparableSentence(comparable: LeadScoringState["comparable"] | undefined): string {
  if (!comparable?.length) return "";
  const won = comparable.filter(({ outcome }) => outcome === "won").length;
  return `Of the ${comparable.length} most comparable past leads, ${won} ${won === 1 ? "was" : "were"} won.`;
}

function evidenceFor({ name, evidence }: ScoreFactor, lead: LeadView): Evidence[] {
  return evidence.map((interactionId) => {
    const touch = lead.touches.find(({ id }) => id === interactionId);
    return {
      factor: name,
      interactionId,
      at: touch?.at ?? null,
      label: touch?.label ?? null,
      excerpt: touch?.excerpt ?? null,
    };
  });
}

function asPercent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
