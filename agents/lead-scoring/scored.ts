import type { ScoreFactor } from "#core/domain/score.ts";
import type { LeadScoringState } from "#graphs/lead-scoring/state.ts";
import { shorten } from "#tools/shorten.ts";
import type { ScoreLeadOutput } from "./contract.ts";

/** The part of an answer that every tool of this agent shares, from the graph's final state. */
export function toScored(state: LeadScoringState): ScoreLeadOutput {
  const { lead, local, score, scorers, wording } = state;
  const { id, externalId, name, company } = lead.contact;
  const voted = scorers.filter(({ status, name: scorer }) => status === "voted" && scorer !== "local");
  return {
    contact: { contact_id: id, external_id: externalId, name, company },
    score: score.score,
    probability: score.probability,
    low: score.low,
    high: score.high,
    band: score.band,
    confidence: score.confidence,
    factors: foldSmall(score.factors),
    recommendations: wording.recommendations,
    caveats: [...local.caveats, ...(wording.note ? [`Wording is local: ${wording.note}`] : [])],
    outcome: lead.outcome?.result ?? null,
    engine: ["local", ...voted.map((scorer) => scorer.name)].join(" + "),
    wording: wording.engine,
    model_id: local.modelId,
    as_of: lead.snapshot.asOf.toISOString(),
    scorers,
    ev_factors: state.evFactors,
  };
}

/** Points with their sign: "+12.3". */
export function asPoints(points: number): string {
  return `${points >= 0 ? "+" : "-"}${Math.abs(points).toFixed(1)}`;
}

const factorsShown = 30;

/** The strongest factors; the others together as one, so that they still add up. The base rate stays last. */
function foldSmall(factors: readonly ScoreFactor[]): ScoreFactor[] {
  const named = factors.map((factor) => ({
    ...factor,
    name: shorten(factor.name, 120),
    value: shorten(factor.value, 120),
  }));
  if (named.length <= factorsShown + 1) return named;
  const small = named.slice(factorsShown - 1, -1);
  const total = (pick: (factor: ScoreFactor) => number) =>
    small.reduce((sum, factor) => sum + pick(factor), 0);
  const contribution = total((factor) => factor.contribution);
  const folded: ScoreFactor = {
    name: "smaller factors",
    value: `${small.length} together`,
    contribution,
    points: total(({ points }) => points),
    effect: contribution >= 0 ? "raises" : "lowers",
    weight: total(({ weight }) => weight),
    impact: "LOW",
    evidence: [],
  };
  return [...named.slice(0, factorsShown - 1), folded, ...named.slice(-1)];
}

/** A score as a few lines that a person reads at a glance. */
export function scoredText(output: ScoreLeadOutput): string {
  const { contact, score, low, high, band, confidence, factors, recommendations, caveats } = output;
  const points = (share: number) => (100 * share).toFixed(0);
  const who = [contact.name, contact.company].filter(Boolean).join(", ");
  const reasons = factors
    .filter(({ name }) => name !== "base rate")
    .slice(0, 6)
    .map((f) => `  ${asPoints(f.points)}  ${f.name}: ${f.value} (${f.impact.toLowerCase()})`);
  const failed = output.scorers.filter(({ status }) => status === "failed");
  return [
    `${who} (${contact.external_id ?? contact.contact_id ?? "given in the call"})`,
    `Score ${score.toFixed(0)} of 100, band ${band}; 90 % interval ${points(low)} to ${points(high)}; confidence ${confidence.toFixed(2)}`,
    ...(output.outcome ? [`Already ${output.outcome}.`] : []),
    "Why (points of 100):",
    ...reasons,
    "Next:",
    ...recommendations.map((line) => `  ${line}`),
    ...caveats.map((line) => `Note: ${line}`),
    ...failed.map(({ name, reason }) => `Note: ${name} did not vote: ${reason}`),
    `Engine: ${output.engine}; as of ${output.as_of}`,
  ].join("\n");
}
