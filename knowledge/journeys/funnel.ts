import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type Cohort, type CohortMember, cohorts } from "../statistics/cohorts.ts";
import { type FunnelShare, funnel } from "../statistics/funnel.ts";
import { type RemovalEffect, removalEffect } from "../statistics/removal-effect.ts";
import { type Transition, transitions } from "../statistics/transitions.ts";
import { cumulativeIncidence, type Incidence, type Watched } from "./cumulative-incidence.ts";
import { drawContacts } from "./draw-contacts.ts";
import { loadHistories } from "./load-histories.ts";
import { stageMatcher } from "./match-stages.ts";
import { type Journey, reach, type StageReached } from "./reach.ts";
import type { Stage } from "./stage-rules.ts";
import { loadStages } from "./stored-stages.ts";

const day = 86_400_000;
const cohortDays = [30, 60, 90, 180];

/** How a workspace's contacts move through its stages. Shares are 0–1 with 90 % intervals; nothing here tells causes. */
export interface WorkspaceFunnel {
  stages: FunnelStage[];
  /** Share of all journeys that were won by so many days from their start: a lost one will not be won any more. Null: nobody has begun. */
  timeToWon: Incidence | null;
  /**
   * By the month (UTC) in which journeys began, ascending: the share won within 30, 60, 90 and 180 days. Open ones count as long as they were
   * watched, lost ones as not won.
   */
  cohorts: Cohort[];
  /** From the start, from stage to stage in the order in which they were first reached, and to "won", "lost" or "open". */
  transitions: Transition[];
  removal: RemovalEffect[];
  /** Journeys that were read, and contacts in all: a sample is read of more than 5,000. */
  journeys: number;
  contacts: number;
}

export interface FunnelStage extends FunnelShare {
  /** Losing reaches no stage: a lost lead counts up to the last it reached by anything else. */
  n: number;
  /** Who reached this very stage (`n` also counts those who passed it over), and who, still open, came no further. */
  reached: number;
  current: number;
  /** Median days at it, of those who left it; null of fewer than 5. */
  medianDays: number | null;
}

export interface FunnelQuery {
  asOf: Date;
  /** Only contacts assigned to this user. */
  assignedTo?: string;
}

/** Reads the journeys of a workspace, or of 5,000 contacts drawn by a hash of their ids, and sums them up. */
export async function loadFunnel(
  tx: Transaction,
  principal: Principal,
  { asOf, assignedTo }: FunnelQuery,
): Promise<WorkspaceFunnel> {
  const { stages } = await loadStages(tx, principal);
  const { contacts, outcomes, total } = await drawContacts(tx, principal, { asOf, assignedTo });
  const matcher = stageMatcher(stages);
  const histories = await loadHistories(tx, principal, {
    contactIds: contacts,
    before: asOf,
    content: matcher.contentWanted,
    stages,
    outcomes,
  });
  const journeys = [...histories.values()].map((history) => ({
    result: history.outcome?.result ?? null,
    journey: reach(stages, history, { asOf, matcher }),
  }));
  return { ...summarise(stages, journeys, asOf), journeys: journeys.length, contacts: total };
}

interface Ended {
  result: OutcomeResult | null;
  journey: Journey;
}

/** Sums journeys up. */
export function summarise(
  stages: readonly Stage[],
  journeys: readonly Ended[],
  asOf: Date,
): Omit<WorkspaceFunnel, "journeys" | "contacts"> {
  const passed = journeys.map((ended) => stagesOf(ended).at(-1)?.place ?? -1);
  // Whoever reached a later stage has passed this one, recorded or not: shares never exceed 1.
  const steps = stages.map(({ name }, place) => ({
    name,
    n: passed.filter((furthest) => furthest >= place).length,
  }));
  const begun = journeys.filter(({ journey }) => journey.startedAt !== null);
  const paths = begun.map(({ journey, result }) => ({ states: pathOf(journey), end: result ?? "open" }));
  const decided = paths.filter(({ end }) => end !== "open");
  return {
    stages: funnel(steps).map((step, place) => ({ ...step, ...atStage(place, journeys) })),
    cohorts: cohorts(
      begun.flatMap((one) => memberOf(one, asOf) ?? []),
      cohortDays,
    ),
    timeToWon: cumulativeIncidence(begun.flatMap((one) => waitingOf(one, asOf) ?? [])),
    transitions: transitions(paths.map(({ states, end }) => ["start", ...states, end])),
    removal: removalEffect(decided.map(({ states, end }) => ({ states, converted: end === "won" }))),
  };
}

function atStage(place: number, journeys: readonly Ended[]) {
  const reached = journeys.flatMap((ended) => stagesOf(ended).find((stage) => stage.place === place) ?? []);
  const left = reached.flatMap(({ dwell, isOpen }) => (dwell === null || isOpen ? [] : [dwell / day]));
  const sorted = left.toSorted((a, b) => a - b);
  const [upper, lower] = [sorted[sorted.length >> 1], sorted[(sorted.length - 1) >> 1]];
  return {
    reached: reached.length,
    current: journeys.filter(({ journey, result }) => result === null && journey.current?.place === place)
      .length,
    medianDays: sorted.length < 5 || upper === undefined || lower === undefined ? null : (upper + lower) / 2,
  };
}

/** Stages reached, in their order. An end that any lead comes to is no step forward: the outcome of a lost one reaches none. */
function stagesOf({ journey: { stages }, result }: Ended): StageReached[] {
  return result === "lost" ? stages.filter(({ reachedBy }) => reachedBy !== "outcome") : stages;
}

/** Stages by the time of their first entry, ends left out: the outcome tells them. Equal moments keep the order of stages. */
function pathOf({ stages }: Journey): string[] {
  return stages
    .filter(({ reachedBy }) => reachedBy !== "outcome")
    .toSorted((a, b) => (a.enteredAt ?? 0) - (b.enteredAt ?? 0))
    .map(({ name }) => name);
}

function waitingOf({ journey, result }: Ended, asOf: Date): Watched | null {
  if (journey.startedAt === null) return null;
  const until = result === null ? asOf.getTime() : journey.endedAt;
  if (until === null || until < journey.startedAt) return null;
  return {
    days: (until - journey.startedAt) / day,
    end: result && (result === "won" ? "event" : "competing"),
  };
}

/** A lost journey is watched on: it is known not to be won later either. */
function memberOf(ended: Ended, asOf: Date): CohortMember | null {
  const waiting = waitingOf(ended, asOf);
  const { startedAt } = ended.journey;
  if (waiting === null || startedAt === null) return null;
  return {
    created: new Date(startedAt).toISOString().slice(0, 10),
    convertedAfter: waiting.end === "event" ? waiting.days : null,
    watched: (asOf.getTime() - startedAt) / day,
  };
}
