import type { LeadSnapshot, SnapshotInteraction } from "../snapshots/snapshot.ts";

/** Milliseconds. */
export const hour = 3_600_000;
export const day = 24 * hour;

/** A lead's interactions before the snapshot's moment, sorted out once for all measures. */
export interface History {
  /** Milliseconds since 1970. */
  asOf: number;
  createdAt: number | null;
  /** Ascending by time, as are the two below. */
  all: readonly SnapshotInteraction[];
  inbound: readonly SnapshotInteraction[];
  outbound: readonly SnapshotInteraction[];
}

const none: readonly SnapshotInteraction[] = [];

/** Sorts a snapshot's interactions out, leaving away any at or after its moment. */
export function historyOf(snapshot: LeadSnapshot): History {
  const asOf = snapshot.asOf.getTime();
  const createdAt = snapshot.createdAt?.getTime() ?? null;
  if (snapshot.interactions.length === 0) {
    return { asOf, createdAt, all: none, inbound: none, outbound: none };
  }
  const all = snapshot.interactions.filter((i) => i.at.getTime() < asOf);
  return {
    asOf,
    createdAt,
    all,
    inbound: all.filter((i) => i.direction === "INBOUND"),
    outbound: all.filter((i) => i.direction === "OUTBOUND"),
  };
}

/** Ids of the newest five, newest first. */
export function newestIds(interactions: readonly SnapshotInteraction[]): string[] {
  return interactions
    .slice(-5)
    .reverse()
    .map((i) => i.id);
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;
}
