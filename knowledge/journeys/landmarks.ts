import type { Peer, Peers } from "./peers.ts";
import { fewestPeers } from "./standing.ts";

const day = 86_400_000;

/** Days of a journey that may be compared. */
const landmarks = [90, 60, 30, 14, 7] as const;

/**
 * The first days of journeys in which a contact is compared with peers: the longest landmark that it has lived through and that 20 won and
 * 20 lost peers lasted (landmark analysis: Anderson, Cain & Gelber 1983). Undefined: none.
 * @param elapsed milliseconds since the contact's journey began.
 */
export function landmarkOf(elapsed: number, { won, lost }: Peers): number | undefined {
  const isCompared = (days: number) => [won, lost].every((all) => lasting(all, days).length >= fewestPeers);
  return landmarks.find((days) => elapsed >= days * day && isCompared(days));
}

/** Peers whose journeys lasted at least so many days: who had ended before had no time to do anything in them. */
export function lasting(peers: readonly Peer[], days: number): Peer[] {
  return peers.filter(({ journey: { startedAt, endedAt } }) => {
    return startedAt !== null && endedAt !== null && endedAt - startedAt >= days * day;
  });
}
