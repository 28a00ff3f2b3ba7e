import type { ReadMessage } from "./read-message.ts";

/** Signals of a kind that are told of one timeline. */
export const mostOfAKind = 3;
/** Messages that are named for one signal. */
export const mostNamed = 10;

export const hourMs = 3_600_000;

/** Ids of messages, the latest ten. */
export function idsOf(messages: readonly ReadMessage[]): string[] {
  return messages.slice(-mostNamed).map(({ entry }) => entry.id);
}

/** Whole hours between two moments, and tenths. */
export function hoursBetween(from: Date, to: Date): number {
  return Math.round(((to.getTime() - from.getTime()) / hourMs) * 10) / 10;
}

/** Who said it, as the source has it. */
export function speakerOf({ entry }: ReadMessage): string | null {
  return entry.sender ?? null;
}
