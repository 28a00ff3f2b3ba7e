import type { ScoreFactor } from "#core/domain/score.ts";
import type { LeadView } from "../ports.ts";
import type { Evidence, LeadScoringState, LeadScoringUpdate } from "../state.ts";

/**
 * Says in plain sentences why the score is what it is, and looks up the touches that its factors rest on. The lead's
 * name is not said: a model may phrase the text, and the name is put in afterwards.
 */
export function explain({ lead, local, score, scorers, comparable }: LeadScoringState): LeadScoringUpdate {
  const reasons = score.factors.filter(({ name }) => name !== "base rate");
  const sentences = [
    `The lead scores ${score.score.toFixed(0)} of 100 (band ${score.band}): chance to be won ${asPercent(score.probability)}, 90 % interval ${asPercent(score.low)} to ${asPercent(score.high)}.`,
    sideOf(
      "Speaks for it",
      reasons.filter(({ effect }) => effect === "raises"),
    ),
    sideOf(
      "Speaks against it",
      reasons.filter(({ effect }) => effect === "lowers"),
    ),
    outcomeSentence(lead),
    ...local.caveats,
    ...scorers
      .filter(({ status }) => status === "failed")
      .map(({ name, reason }) => `${name} did not vote: ${reason}`),
    local.kind === "base-rate" ? noSignal : comparableSentence(comparable),
  ];
  return {
    explanation: sentences.filter(Boolean).map(closed).join(" "),
    evidence: evidenceFor(reasons, lead),
  };
}

const reasonsShown = 3;

function sideOf(lead: string, factors: ScoreFactor[]): string {
  const shown = factors.slice(0, reasonsShown);
  if (shown.length === 0) return "";
  return `${lead}: ${shown.map(({ name, value, points }) => `${spoken(name)} (${value}; ${asPoints(points)})`).join(", ")}.`;
}

function asPoints(points: number): string {
  return `${points >= 0 ? "+" : ""}${points.toFixed(Math.abs(points) >= 9.95 ? 0 : 1)} points`;
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

/** Every lead has the same score then, and any other lead would be as comparable. */
const noSignal = "The data cannot tell leads apart, so there are no comparable leads to name";

function comparableSentence(comparable: LeadScoringState["comparable"] | undefined): string {
  if (!comparable?.length) return "";
  const won = comparable.filter(({ outcome }) => outcome === "won").length;
  return `Of the ${comparable.length} most comparable past leads, ${won} ${won === 1 ? "was" : "were"} won.`;
}

function evidenceFor(reasons: readonly ScoreFactor[], { touches }: LeadView): Evidence[] {
  const byId = new Map(touches.map((touch) => [touch.id, touch]));
  const excerpts = new Map(touches.map((touch) => [touch.id, excerptFor(reasons, touch)]));
  return reasons.flatMap(({ name, evidence }) =>
    evidence.map((interactionId) => ({
      factor: name,
      interactionId,
      at: byId.get(interactionId)?.at ?? null,
      label: byId.get(interactionId)?.label ?? null,
      excerpt: excerpts.get(interactionId) ?? null,
    })),
  );
}

const sentencesShown = 2;

/** The very sentences that the strongest factors on a touch rest on; the beginning of its text where none rests on a sentence. */
function excerptFor(
  reasons: readonly ScoreFactor[],
  { id, quotes = [], excerpt }: LeadView["touches"][number],
) {
  const sentences = reasons
    .filter(({ evidence }) => evidence.includes(id))
    .flatMap(({ name }) => quotes.filter(({ factors }) => factors.includes(name)).slice(0, 1))
    .map(({ text }) => text);
  const shown = [...new Set(sentences)].slice(0, sentencesShown);
  return shown.length > 0 ? shown.join(" … ") : excerpt;
}

function asPercent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
