import { median } from "simple-statistics";
import { compareSamples } from "../statistics/compare-samples.ts";
import { landmarkOf, lasting } from "./landmarks.ts";
import type { Peer, Peers, Touch } from "./peers.ts";
import { fewestPeers } from "./standing.ts";

const day = 86_400_000;

/** Something that a team does in the course of a journey, in its first days. */
export interface PeerMeasure {
  id: "calls_and_meetings" | "messages_sent" | "reply_hours";
  /** Days from the start of the journey that were counted. */
  days: number;
  /** This contact's; null where there is nothing to compute it from. */
  value: number | null;
  /** Medians of peers. */
  won: number;
  lost: number;
  wonN: number;
  lostN: number;
  /** Two-sided, of won against lost. */
  p: number;
}

/** The part of a journey that is measured. */
interface Course {
  touches: readonly Touch[];
  startedAt: number;
  days: number;
}

const measures: Record<PeerMeasure["id"], (course: Course) => number | null> = {
  calls_and_meetings: (course) =>
    within(course).filter(({ type }) => type === "PHONE_CALL" || type === "MEETING").length,
  messages_sent: (course) => within(course).filter(({ direction }) => direction === "OUTBOUND").length,
  reply_hours: replyHours,
};

/**
 * What was done in the first days of a journey, against won and lost peers whose journeys lasted at least as long, so that nobody's days
 * count who had ended by then. Empty where fewer than 20 of either lasted.
 * @param elapsed milliseconds since the journey began.
 */
export function peerMeasures(
  { touches, startedAt }: Omit<Course, "days">,
  { elapsed, peers }: { elapsed: number; peers: Peers },
): PeerMeasure[] {
  const days = landmarkOf(elapsed, peers);
  if (days === undefined) return [];
  return comparisons(peers, days).map((found) => ({
    ...found,
    days,
    value: measures[found.id]({ touches, startedAt, days }),
  }));
}

type Comparison = Omit<PeerMeasure, "value" | "days">;

/** Comparisons of one sample, which every journey held against it shares. */
const compared = new WeakMap<Peers, Map<number, Comparison[]>>();

function comparisons(peers: Peers, days: number): Comparison[] {
  const known = compared.get(peers) ?? new Map<number, Comparison[]>();
  compared.set(peers, known);
  const found =
    known.get(days) ??
    ids.flatMap((id) => {
      const of = (all: readonly Peer[]) =>
        lasting(all, days).flatMap((peer) => measures[id](courseOf(peer, days)) ?? []);
      return compare(id, of(peers.won), of(peers.lost)) ?? [];
    });
  known.set(days, found);
  return found;
}

const ids = Object.keys(measures) as PeerMeasure["id"][];

function compare(id: PeerMeasure["id"], won: readonly number[], lost: readonly number[]): Comparison | null {
  if (won.length < fewestPeers || lost.length < fewestPeers) return null;
  const p = compareSamples(won, lost)?.p;
  if (p === undefined) return null;
  return { id, won: median([...won]), lost: median([...lost]), wonN: won.length, lostN: lost.length, p };
}

function courseOf({ journey, touches }: Peer, days: number): Course {
  return { touches, startedAt: journey.startedAt ?? 0, days };
}

function within({ touches, startedAt, days }: Course): Touch[] {
  return touches.filter(({ at }) => at >= startedAt && at < startedAt + days * day);
}

/** Median hours from a message of the contact that waited, the first since our last one, to our next. */
function replyHours(course: Course): number | null {
  const hours: number[] = [];
  let waiting: number | undefined;
  for (const { at, direction } of within(course)) {
    if (direction === "INBOUND") waiting ??= at;
    if (direction !== "OUTBOUND" || waiting === undefined) continue;
    hours.push((at - waiting) / 3_600_000);
    waiting = undefined;
  }
  return hours.length > 0 ? median(hours) : null;
}
