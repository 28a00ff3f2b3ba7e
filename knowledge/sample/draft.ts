import type { Act, Spoken } from "./acts.ts";
import type { Beginning, Causes } from "./causes.ts";
import type { Answerable } from "./intents.ts";
import type { Random } from "./random.ts";

/** A course in the making; the steps move its clock and add to its acts. */
export interface Draft {
  readonly random: Random;
  readonly beginning: Beginning;
  readonly causes: Causes;
  readonly eagerness: number;
  readonly acts: Act[];
  /** Hours since the beginning. */
  clock: number;
  /** Which email thread is being written. */
  thread: "first" | "proposal";
  /** What the lead said last and nobody answered yet. */
  pending: readonly Answerable[];
  appointment?: Spoken;
}

/** Hours that a day has. */
export const day = 24;
