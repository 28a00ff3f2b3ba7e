/**
 * Ways to say one thing. The first list is what is said; a voice that likes words adds one of each further list.
 * `{slot}` is filled from the lead's facts, `[a|b]` is one of the two.
 */
export type Phrase = readonly (readonly string[])[];

/** Words around a message. */
export interface Frame {
  greetings: Record<"formal" | "friendly" | "terse", readonly string[]>;
  leadIns: readonly string[];
  closers: readonly string[];
  partings: Record<"formal" | "friendly" | "terse", readonly string[]>;
}
