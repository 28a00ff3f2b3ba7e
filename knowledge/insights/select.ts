import type { Insight } from "#core/domain/insight.ts";
import { impactOf, weightOf } from "./impact.ts";
import type { Judged } from "./judge.ts";
import { type Story, tellOnce } from "./stories.ts";

/** A story worth telling. */
export interface Selected extends Story {
  impact: Insight["impact"];
  /** Impact and evidence together: what insights are ranked by. */
  rank: number;
}

const mostForecasts = 3;

/** Joins findings into stories and ranks them by impact × evidence, the first first; forecasts do not crowd out what was found. */
export function selectStories(findings: readonly Judged[], limit: number): Selected[] {
  const ranked = tellOnce(findings)
    .map((story) => {
      const weight = weightOf(story.lead);
      return { ...story, impact: impactOf(weight), rank: weight * story.lead.confidence };
    })
    .toSorted((a, b) => b.rank - a.rank || (a.lead.id < b.lead.id ? -1 : 1));
  const forecasts = ranked.filter(({ lead }) => lead.analysis === "forecast").slice(0, mostForecasts);
  const others = ranked.filter(({ lead }) => lead.analysis !== "forecast");
  const room = Math.max(0, limit - Math.min(forecasts.length, Math.max(1, limit - others.length)));
  const told = new Set([...others.slice(0, room), ...forecasts].slice(0, limit));
  return ranked.filter((story) => told.has(story));
}
