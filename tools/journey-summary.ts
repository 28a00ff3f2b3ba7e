import { localDay } from "#core/local-day.ts";
import { spanText } from "#core/span-text.ts";
import type { Draft } from "#core/words.ts";
import type { NextAction } from "#knowledge/journeys/next-action.ts";
import type { Standing } from "#knowledge/journeys/standing.ts";
import type { JourneyComparison } from "./compare-journey.ts";
import type { PainPoint } from "./find-pain-points.ts";
import type { FoundJourney } from "./get-journey.ts";

/** Pain points and opportunities that the summary names; the lists have them all. */
const shown = 3;

/** All that a summary may say. */
export interface SummaryParts {
  found: FoundJourney;
  comparison: JourneyComparison;
  painPoints: readonly PainPoint[];
  next: NextAction;
  timeZone: string;
}

/** A journey in a few plain sentences. They name nobody and quote nobody: a model may phrase them. */
export function journeySummary({ found, comparison, painPoints, next, timeZone }: SummaryParts): Draft {
  const opportunities = comparison.opportunities.slice(0, shown);
  return {
    explanation: [
      ...standing(found, comparison, timeZone),
      ...painPoints.slice(-shown).map(({ text }) => text),
      ...opportunities.map(({ text }) => text),
    ].join(" "),
    recommendations: [
      `${next.action}.`,
      ...opportunities.filter(({ action }) => action !== next.action).map(({ action }) => `${action}.`),
    ],
  };
}

function standing(
  { journey, outcome }: FoundJourney,
  comparison: JourneyComparison,
  timeZone: string,
): string[] {
  const { current, skipped } = journey;
  const passed = skipped.length > 0 ? [`Passed over: ${skipped.join(", ")}.`] : [];
  const ended =
    outcome && `The lead was ${outcome.result}${outcome.at ? ` on ${localDay(outcome.at, timeZone)}` : ""}.`;
  if (!current) return [ended ?? "The lead has not reached any stage yet."];
  if (ended) return [ended, ...passed];
  const since = current.enteredAt === null ? "" : ` since ${localDay(current.enteredAt, timeZone)}`;
  const stay = current.isOpen && current.dwell !== null ? `, ${spanText(current.dwell)} so far` : "";
  const held = comparison.standings.find(({ name }) => name === current.name);
  const peers = [peersText("won", held?.won ?? null), peersText("lost", held?.lost ?? null)].filter(Boolean);
  const against = stay && peers.length > 0 ? `: ${peers.join(" and ")}` : "";
  return [`The lead is at ${current.name}${since}${stay}${against}.`, ...passed];
}

function peersText(end: "won" | "lost", peers: Standing | null): string {
  if (peers === null || peers.percentile === null) return "";
  return `longer than ${peers.percentile.toFixed(0)} % of ${peers.n} ${end} peers (median ${spanText(peers.median)})`;
}
