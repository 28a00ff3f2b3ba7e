import type { TimelineEntry } from "./timeline-entry.ts";

/** `[moment, side, text, more]`: side "in" or "out" is an email, "call" one of ours that took place. */
export type Line = readonly [
  at: string,
  side: "in" | "out" | "call" | "unknown",
  text: string | null,
  more?: Partial<TimelineEntry>,
];

/** A timeline by hand; ids are m0, m1 … in the order given. Moments are of January 2025: "06 10:30". */
export function timelineOf(...lines: readonly Line[]): TimelineEntry[] {
  return lines.map(([at, side, content, more], n) => ({
    id: `m${n}`,
    conversationId: side === "call" ? null : "v1",
    occurredAt: moment(at),
    type: side === "call" ? "PHONE_CALL" : "EMAIL",
    direction: side === "in" ? "INBOUND" : side === "unknown" ? null : "OUTBOUND",
    activity: null,
    subject: null,
    content,
    sender: side === "in" ? "Ann" : "Rep",
    ...more,
  }));
}

/** "06 10:30" is 6 January 2025, 10:30 UTC. */
export function moment(text: string): Date {
  const [day = "01", time = "00:00"] = text.split(" ");
  return new Date(`2025-01-${day}T${time}:00Z`);
}
