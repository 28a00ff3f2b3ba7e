import type { Source } from "./causes.ts";
import { type Draft, day } from "./draft.ts";
import type { RepIntent } from "./intents.ts";
import { awaitLead, leadWrites, repWrites, speak, visit } from "./steps.ts";

/** Plays how a lead comes in, up to the studio's first proper answer. */
export function open(draft: Draft): void {
  ways[draft.beginning.source](draft);
}

const ways: Record<Source, (draft: Draft) => void> = {
  referral: (draft) => {
    draft.clock = 0.1;
    draft.acts.push({
      kind: "message",
      by: "lead",
      hours: 0.1,
      thread: "first",
      intents: ["referral_intro"],
    });
    draft.pending = ["referral_intro"];
    answer(draft);
  },
  "website form": (draft) => form(draft),
  "search ad": (draft) => form(draft),
  "website chat": (draft) => {
    visit(draft, 0.05);
    draft.clock = 0.1;
    draft.acts.push({ kind: "chat", by: "lead", hours: 0.1 });
    repWrites(draft, ["after_chat", "discover"]);
  },
  phone: (draft) => {
    draft.clock = 0.05;
    speak(draft, { kind: "call", by: "lead", topic: "first", minutes: minutesOf(draft, 6) });
    repWrites(draft, ["after_call", "discover"]);
  },
  "trade fair": (draft) => {
    draft.clock = 0.2;
    speak(draft, { kind: "meeting", by: "rep", topic: "fair", minutes: minutesOf(draft, 9) });
    draft.clock += draft.random.between(0.5, 3) * day;
    repWrites(draft, ["fair_followup"]);
  },
  "cold outreach": (draft) => outreach(draft),
  LinkedIn: (draft) => {
    const { random } = draft;
    const hours = random.between(1, 40);
    const later = hours + Math.min(random.around(26 * Math.exp(-0.5 * draft.eagerness), 0.9), 9 * day);
    const thread = "linkedin";
    draft.acts.push({ kind: "message", by: "rep", hours, thread, intents: ["outreach"] });
    draft.acts.push({ kind: "message", by: "lead", hours: later, thread, intents: ["outreach_interest"] });
    draft.clock = later;
    draft.pending = ["outreach_interest"];
    answer(draft);
  },
};

function form(draft: Draft): void {
  const { random } = draft;
  for (let i = random.integer(0, 2); i > 0; i--) visit(draft, random.between(0, 0.3));
  draft.clock = 0.4;
  draft.acts.push({ kind: "form", by: "lead", hours: 0.4, minutes: random.integer(2, 9) });
  draft.pending = ["inquiry"];
  answer(draft);
}

function outreach(draft: Draft): void {
  draft.clock = draft.random.between(1, 60);
  repWrites(draft, ["outreach"]);
  if (awaitLead(draft, () => ["outreach_interest"])) answer(draft);
  else {
    // Whoever never answers the first letter would be no lead; they look at the website and write at last.
    draft.clock += draft.random.between(2, 9) * day;
    visit(draft, 0);
    leadWrites(draft, ["outreach_interest"]);
    answer(draft);
  }
}

function answer(draft: Draft): void {
  const next: RepIntent = draft.random.chance(0.3) ? "propose_call" : "discover";
  repWrites(draft, [next]);
}

function minutesOf(draft: Draft, usual: number): number {
  return Math.max(2, Math.round(draft.random.around(usual * Math.exp(0.15 * draft.causes.need), 0.4)));
}
