import { counted, spanText } from "#core/span-text.ts";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { type PeerMeasure, peerMeasures } from "./peer-measures.ts";
import type { Peers, Touch } from "./peers.ts";
import type { Journey } from "./reach.ts";
import type { Stage } from "./stage-rules.ts";
import { type ReachTest, type StayTest, stageTests } from "./stage-tests.ts";

const day = 86_400_000;
/** The share of false discoveries that is put up with among what is told. */
const discoveryRate = 0.05;

/** What won peers had, lost ones had less, and this contact has not: associated with winning, no proof that it wins. */
export interface JourneyOpportunity {
  /** stage: not reached; stay: too long at a stage; practice: done less often, or more slowly. */
  kind: "stage" | "stay" | "practice";
  /** The stage it is about, or what was counted. */
  subject: string;
  /** A sentence with its numbers. */
  text: string;
  /** An imperative sentence. */
  action: string;
  /** Unrounded; times in days, shares 0–1. */
  numbers: Record<string, number>;
  wonN: number;
  lostN: number;
  /** Of the test of won against lost peers, two-sided, and allowing for all tests made for this contact. */
  p: number;
  q: number;
}

export interface OpportunitiesQuery {
  stages: readonly Stage[];
  journey: Journey;
  touches: readonly Touch[];
  peers: Peers;
  asOf: Date;
}

/**
 * What to do differently on an open journey, by the differences between won and lost peers that hold after Benjamini & Hochberg's
 * correction (q ≤ .05) and on whose wrong side this contact is; the surest first. Empty for an ended lead.
 */
export function journeyOpportunities(query: OpportunitiesQuery): JourneyOpportunity[] {
  const { stages, journey, touches, peers, asOf } = query;
  const { startedAt, current } = journey;
  if (startedAt === null || journey.stages.some(({ place }) => place === stages.length - 1)) return [];
  const elapsed = asOf.getTime() - startedAt;
  const { reached, stayed } = stageTests(stages, { elapsed, peers });
  const has = new Set(journey.stages.map(({ place }) => place));
  const name = (place: number) => stages[place]?.name ?? "";
  const candidates: Candidate[] = [
    ...reached
      .filter(({ place }) => !has.has(place))
      .map((test) => ({ ...test, told: () => missingStage(test, name(test.place), elapsed) })),
    ...stayed
      .filter(({ place }) => current?.isOpen && current.place === place)
      .map((test) => ({ ...test, told: () => longStay(test, name(test.place), current?.dwell ?? 0) })),
    ...peerMeasures({ touches, startedAt }, { elapsed, peers }).map((test) => ({
      ...test,
      told: () => practice(test),
    })),
  ];
  const qs = benjaminiHochberg(candidates.map(({ p }) => p));
  return candidates
    .flatMap(({ told, wonN, lostN, p }, index) => {
      const q = qs[index] ?? 1;
      const found = q <= discoveryRate ? told() : null;
      return found ? [{ ...found, wonN, lostN, p, q }] : [];
    })
    .sort((a, b) => a.q - b.q);
}

type Told = Pick<JourneyOpportunity, "kind" | "subject" | "text" | "action" | "numbers">;

interface Candidate {
  wonN: number;
  lostN: number;
  p: number;
  told: () => Told | null;
}

function missingStage(test: ReachTest, stage: string, elapsed: number): Told | null {
  const { days, won, lost, wonN, lostN, difference, low, high, median, medianN } = test;
  if (difference <= 0 || median === null || elapsed <= median) return null;
  const points = (share: number) => (100 * share).toFixed(0);
  return {
    kind: "stage",
    subject: stage,
    text:
      `Won peers reached ${stage} ${spanText(median)} after their first stage (median of ${medianN}); here ${spanText(elapsed)} have passed without it. ` +
      `Of those who lasted ${days} days, ${points(won)} % of ${wonN} won peers reached it within them against ${points(lost)} % of ${lostN} lost ones: ${points(difference)} points more ` +
      `(90 % interval ${points(low)} to ${points(high)}); association, not cause.`,
    action: `Bring the lead to ${stage}`,
    numbers: {
      median_days: median / day,
      elapsed_days: elapsed / day,
      days,
      won_share: won,
      lost_share: lost,
      ...{ difference, low, high },
    },
  };
}

function longStay(test: StayTest, stage: string, dwell: number): Told | null {
  if (test.won >= test.lost || dwell <= test.won) return null;
  return {
    kind: "stay",
    subject: stage,
    text:
      `Won peers left ${stage} after ${spanText(test.won)} (median of ${test.wonN}), lost ones after ${spanText(test.lost)} (of ${test.lostN}); ` +
      `this one has been there for ${spanText(dwell)}; association, not cause.`,
    action: `Agree on the step that leads out of ${stage}`,
    numbers: { dwell_days: dwell / day, won_median_days: test.won / day, lost_median_days: test.lost / day },
  };
}

const practices = {
  calls_and_meetings: {
    said: (n: number) => (n === 1 ? "1 call or meeting" : `${round(n)} calls and meetings`),
    done: "had",
    action: "Ask for a call or a meeting",
    better: "more",
  },
  messages_sent: {
    said: (n: number) => counted(round(n), "message"),
    done: "were sent",
    action: "Write to the lead more often",
    better: "more",
  },
  reply_hours: {
    said: (hours: number) => spanText(hours * 3_600_000),
    done: "waited for our answers for",
    action: "Answer the lead sooner",
    better: "less",
  },
} as const;

function practice(test: PeerMeasure): Told | null {
  const { id, days, value, won, lost, wonN, lostN } = test;
  const { said, done, action, better } = practices[id];
  if (value === null || won === lost) return null;
  const sign = better === "more" ? 1 : -1;
  // Lost peers must be on the wrong side, and this contact no better than the median of won ones.
  if (sign * (won - lost) <= 0 || sign * (won - value) <= 0) return null;
  return {
    kind: "practice",
    subject: id,
    text:
      `In their first ${days} days won peers ${done} ${said(won)} (median of ${wonN}), lost ones ${said(lost)} (of ${lostN}); ` +
      `here it was ${said(value)}; association, not cause.`,
    action,
    numbers: { days, value, won_median: won, lost_median: lost },
  };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
