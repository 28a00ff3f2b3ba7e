import type { Causes } from "./causes.ts";
import { type Draft, day } from "./draft.ts";
import type { LeadIntent } from "./intents.ts";
import { leadWrites, repWrites } from "./steps.ts";

/** Plays the last word of a lead that is won. @returns the hour at which it counts as won. */
export function closeWon(draft: Draft, alive: boolean): number {
  const { random } = draft;
  if (!alive) {
    draft.clock += random.between(4, 13) * day;
    leadWrites(draft, [draft.thread === "proposal" ? "revived" : "back_again"]);
    draft.thread = "proposal";
    repWrites(draft, [quoted(draft) ? "closing_question" : "quote"]);
  }
  leadWrites(draft, ["agree"]);
  const end = draft.clock + random.between(1, 40);
  draft.clock = end + 1;
  if (random.chance(0.55)) repWrites(draft, ["welcome"]);
  if (random.chance(0.2)) leadWrites(draft, ["thanks"]);
  return end;
}

/** Plays the last word of a lead that is lost: a refusal with its reason, or silence. @returns the hour it is closed. */
export function closeLost(draft: Draft, alive: boolean): number {
  const { random, causes } = draft;
  if (alive && random.chance(0.75)) {
    leadWrites(draft, [refusal(causes)]);
    const end = draft.clock + random.between(0.3, 30);
    draft.clock = end + 0.5;
    if (random.chance(0.5)) repWrites(draft, ["goodbye"]);
    return end;
  }
  if (alive) {
    draft.clock += random.between(3, 6) * day;
    repWrites(draft, ["last_nudge"]);
  }
  return draft.clock + random.between(4, 12) * day;
}

function quoted({ acts }: Draft): boolean {
  return acts.some((act) => act.kind === "message" && act.intents.includes("quote"));
}

function refusal({ weakest }: Causes): LeadIntent {
  return `decline_${weakest}`;
}
