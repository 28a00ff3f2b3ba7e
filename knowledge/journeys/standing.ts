import { quantileSorted } from "simple-statistics";
import type { Peer, Peers } from "./peers.ts";
import type { Journey, StageReached } from "./reach.ts";

/** With fewer peers nothing is said. */
export const fewestPeers = 20;

/** How long peers stayed at a stage, and where this contact stands among them. Times in milliseconds. */
export interface Standing {
  /** Peers whose time at the stage is known. */
  n: number;
  median: number;
  /** The middle half of them. */
  low: number;
  high: number;
  /** Share of peers who stayed less long, ties by half, 0–100; null where the contact's own time is not known. */
  percentile: number | null;
}

/** Null: fewer than 20 peers of that end were at the stage. */
export interface StageStanding {
  name: string;
  won: Standing | null;
  lost: Standing | null;
}

/** Holds the times that a contact stayed at its stages against won and lost peers' times at the same stages; itself left out. */
export function standings(journey: Journey, contactId: string, peers: Peers): StageStanding[] {
  const others = (all: readonly Peer[]) => all.filter((peer) => peer.contactId !== contactId);
  const [won, lost] = [others(peers.won), others(peers.lost)];
  return journey.stages.map((stage) => ({
    name: stage.name,
    won: standingOf(stage, won),
    lost: standingOf(stage, lost),
  }));
}

function standingOf({ place, dwell }: StageReached, peers: readonly Peer[]): Standing | null {
  const times = Float64Array.from(
    peers.flatMap(({ journey }) => journey.stages.find((stage) => stage.place === place)?.dwell ?? []),
  ).sort();
  if (times.length < fewestPeers) return null;
  const quantile = (share: number) => quantileSorted(times as unknown as number[], share);
  return {
    n: times.length,
    median: quantile(0.5),
    low: quantile(0.25),
    high: quantile(0.75),
    percentile: dwell === null ? null : percentileOf(dwell, times),
  };
}

function percentileOf(value: number, times: Float64Array): number {
  const below = times.reduce((sum, time) => sum + (time < value ? 1 : time === value ? 0.5 : 0), 0);
  return (100 * below) / times.length;
}
