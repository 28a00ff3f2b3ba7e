import type { Course } from "./acts.ts";
import { type Beginning, type Causes, eagerness } from "./causes.ts";
import { closeLost, closeWon } from "./closing.ts";
import type { Draft } from "./draft.ts";
import { open } from "./opening.ts";
import type { Random } from "./random.ts";
import { runRounds } from "./rounds.ts";

/**
 * Lets one lead's story run. Up to `openUntil` it depends on the causes alone and never on the outcome, so that
 * a glance at any moment before tells only what the causes have left to see.
 */
export function simulateCourse(random: Random, beginning: Beginning, causes: Causes): Course {
  const draft: Draft = {
    random,
    beginning,
    causes,
    eagerness: eagerness(causes),
    acts: [],
    clock: 0,
    thread: "first",
    pending: [],
  };
  open(draft);
  const alive = runRounds(draft);
  const openUntil = draft.clock;
  const end = causes.won ? closeWon(draft, alive) : closeLost(draft, alive);
  draft.acts.sort((a, b) => a.hours - b.hours);
  return { acts: draft.acts, openUntil, end };
}
