import { median } from "simple-statistics";
import { compareRates } from "../statistics/compare-rates.ts";
import { compareSamples } from "../statistics/compare-samples.ts";
import { landmarkOf, lasting } from "./landmarks.ts";
import type { Peer, Peers } from "./peers.ts";
import type { Stage } from "./stage-rules.ts";
import { fewestPeers } from "./standing.ts";

const day = 86_400_000;

/**
 * Whether won peers came to a stage in their first days more often than lost ones, among those whose journeys lasted at least as long:
 * who was lost within a week had no time for it. Shares 0–1, times in milliseconds.
 */
export interface ReachTest {
  place: number;
  /** Days from the start of the journey within which it was reached. */
  days: number;
  won: number;
  lost: number;
  wonN: number;
  lostN: number;
  /** Won minus lost, with its 90 % interval. */
  difference: number;
  low: number;
  high: number;
  /** Median time from the start of the journey until won peers reached it, however late, and of how many; null where under 20 tell. */
  median: number | null;
  medianN: number;
  p: number;
}

/** Whether won peers stayed at a stage for another time than lost ones. Milliseconds. */
export interface StayTest {
  place: number;
  won: number;
  lost: number;
  wonN: number;
  lostN: number;
  p: number;
}

export interface StageTests {
  reached: ReachTest[];
  stayed: StayTest[];
}

const known = new WeakMap<Peers, { stayed: StayTest[]; reached: Map<number, ReachTest[]> }>();

/**
 * Compares won and lost peers at every stage but the last, which is the end; empty where there are fewer than 20 of either. Computed once
 * a sample and landmark.
 * @param elapsed milliseconds since the journey began that is held against them.
 */
export function stageTests(
  stages: readonly Stage[],
  { elapsed, peers }: { elapsed: number; peers: Peers },
): StageTests {
  const places = stages.slice(0, -1).map((_, place) => place);
  const found = known.get(peers) ?? { stayed: stayTests(places, peers), reached: new Map() };
  known.set(peers, found);
  const days = landmarkOf(elapsed, peers);
  if (days === undefined) return { stayed: found.stayed, reached: [] };
  const reached = found.reached.get(days) ?? places.flatMap((place) => reachTest(place, days, peers) ?? []);
  found.reached.set(days, reached);
  return { stayed: found.stayed, reached };
}

function stayTests(places: readonly number[], { won, lost }: Peers): StayTest[] {
  const dated = (all: readonly Peer[]) => all.filter(({ journey }) => journey.startedAt !== null);
  const sides = [dated(won), dated(lost)] as const;
  return places.flatMap((place) => stayTest(place, ...sides) ?? []);
}

function reachTest(place: number, days: number, { won, lost }: Peers): ReachTest | null {
  const rate = (peers: readonly Peer[]) => {
    // Who reached it nobody knows when tells nothing of the first days.
    const told = lasting(peers, days).filter((peer) => stageOf(peer, place)?.enteredAt !== null);
    return {
      hits: told.filter((peer) => (timeTo(place, peer) ?? Infinity) < days * day).length,
      n: told.length,
    };
  };
  const [of, against] = [rate(won), rate(lost)];
  if (of.n < fewestPeers || against.n < fewestPeers) return null;
  const comparison = compareRates(of, against);
  if (!comparison) return null;
  const { difference, low, high, p } = comparison;
  const times = won.flatMap((peer) => timeTo(place, peer) ?? []);
  return {
    ...{ place, days },
    won: of.hits / of.n,
    lost: against.hits / against.n,
    wonN: of.n,
    lostN: against.n,
    ...{ difference, low, high, p },
    median: times.length < fewestPeers ? null : median(times),
    medianN: times.length,
  };
}

/** Milliseconds from the start of a journey until a stage was reached; null: it was not, or nobody knows when. */
function timeTo(place: number, peer: Peer): number | null {
  const at = stageOf(peer, place)?.enteredAt ?? null;
  return at === null || peer.journey.startedAt === null ? null : at - peer.journey.startedAt;
}

function stayTest(place: number, won: readonly Peer[], lost: readonly Peer[]): StayTest | null {
  const times = (peers: readonly Peer[]) => peers.flatMap((peer) => stageOf(peer, place)?.dwell ?? []);
  const [of, against] = [times(won), times(lost)];
  if (of.length < fewestPeers || against.length < fewestPeers) return null;
  const p = compareSamples(of, against)?.p;
  if (p === undefined) return null;
  return { place, won: median(of), lost: median(against), wonN: of.length, lostN: against.length, p };
}

function stageOf({ journey }: Peer, place: number) {
  return journey.stages.find((stage) => stage.place === place);
}
