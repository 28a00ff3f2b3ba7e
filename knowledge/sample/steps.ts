import type { Message, Spoken } from "./acts.ts";
import { type Draft, day } from "./draft.ts";
import { type Answerable, answers, type LeadIntent, type RepIntent } from "./intents.ts";

/** Adds what the lead writes, after the time they take: the more eager, the sooner. */
export function leadWrites(draft: Draft, intents: readonly LeadIntent[], appointment?: Spoken): void {
  const { random, eagerness } = draft;
  if (random.chance(0.25 + 0.1 * eagerness)) visit(draft, random.between(0.2, 3));
  draft.clock += Math.min(random.around(20 * Math.exp(-0.6 * eagerness), 0.9), 11 * day);
  write(draft, { by: "lead", intents, appointment });
  draft.pending = intents.filter((intent): intent is Answerable => intent in answers);
  if (draft.pending.length > 0 && random.chance(sigmoid(-2.2 + 0.9 * eagerness))) addAfterthought(draft);
}

/** Adds what the rep writes, after the time they take, answering first whatever the lead had asked. */
export function repWrites(draft: Draft, intents: readonly RepIntent[], appointment?: Spoken): void {
  const { random, beginning, causes } = draft;
  const usual = beginning.rep.answerHours * Math.exp(0.3 - 0.3 * causes.service);
  const hours = Math.min(random.around(usual, 0.7), 5 * day);
  if (hours > 60 && draft.pending.length > 0 && random.chance(0.4)) {
    write({ ...draft, clock: draft.clock + 50 }, { by: "lead", intents: ["chase"] });
  }
  draft.clock += hours;
  const replies = new Set<RepIntent>(draft.pending.map((asked) => answers[asked]));
  if (replies.size > 1) replies.delete("ack");
  for (const intent of intents) replies.add(intent);
  if (replies.size === 0) replies.add(draft.thread === "first" ? "discover" : "nudge");
  write(draft, { by: "rep", intents: [...replies], appointment: appointment ?? draft.appointment });
  draft.pending = [];
  draft.appointment = undefined;
}

/**
 * Waits for the lead's answer; the rep writes again while patience lasts.
 * @returns whether the lead answered at all.
 */
export function awaitLead(draft: Draft, intents: () => readonly LeadIntent[]): boolean {
  const { random, eagerness, beginning } = draft;
  if (draft.pending.length > 0) repWrites(draft, []);
  if (random.chance(0.03)) outOfOffice(draft);
  if (random.chance(sigmoid(1.6 + 0.9 * eagerness))) {
    leadWrites(draft, intents());
    return true;
  }
  const nudges = ["nudge", "nudge_again", "last_nudge"] as const;
  if (random.chance(0.03)) speak(draft, { kind: "call", by: "rep", topic: "wrong number", minutes: 1 });
  const patience = Math.min(beginning.rep.patience - random.integer(0, 1), nudges.length);
  for (const nudge of nudges.slice(0, patience)) {
    draft.clock += random.between(2.5, 6) * day;
    if (random.chance(0.12)) speak(draft, { kind: "call", by: "rep", topic: "voicemail", minutes: 1 });
    repWrites(draft, [nudge]);
    if (random.chance(sigmoid(-0.2 + 0.7 * eagerness))) {
      leadWrites(draft, ["back_again", ...intents()]);
      return true;
    }
  }
  return false;
}

/** Adds a call or a meeting at the clock's time. */
export function speak(draft: Draft, spoken: Pick<Spoken, "kind" | "by" | "topic" | "minutes">): Spoken {
  const transcript = spoken.kind === "call" && spoken.minutes > 3 && spoken.topic !== "wrong number";
  const english = draft.beginning.person.language === "en";
  const act: Spoken = {
    ...spoken,
    hours: draft.clock,
    transcript: transcript && english && draft.random.chance(0.2),
  };
  draft.acts.push(act);
  return act;
}

/** Adds a visit to the website, some hours from the clock's time. */
export function visit(draft: Draft, after: number): void {
  const { random } = draft;
  const page = random.weighted({
    "/pricing": 3 + draft.causes.urgency,
    "/work": 3,
    "/": 2,
    "/services": 2,
    "/team": 1,
    "/blog": 1.5 - 0.4 * draft.causes.need,
    "/contact": 1,
  });
  const minutes = Math.max(1, Math.round(random.around(3 * Math.exp(0.15 * draft.eagerness), 0.8)));
  draft.acts.push({ kind: "visit", by: "lead", hours: draft.clock + after, page, minutes });
}

/** How likely the lead is to bring a topic up again: a quarter as likely for each time they did. */
export function novelty({ acts }: Draft, intent: LeadIntent): number {
  const times = acts.filter((act) => act.kind === "message" && act.intents.includes(intent)).length;
  return 0.25 ** times;
}

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function write(draft: Draft, message: Pick<Message, "by" | "intents" | "appointment">): void {
  draft.acts.push({ kind: "message", hours: draft.clock, thread: draft.thread, ...message });
}

function addAfterthought(draft: Draft): void {
  const { random, causes } = draft;
  draft.clock += random.between(0.3, 9);
  const intent = random.weighted({
    ask_feature: draft.pending.includes("ask_feature") ? 0 : 2 + 0.4 * causes.need,
    ask_timeline: (1 + 0.5 * causes.urgency) * novelty(draft, "ask_timeline"),
    ask_reference: 0.6 * novelty(draft, "ask_reference"),
  });
  write(draft, { by: "lead", intents: [intent] });
  draft.pending = [...draft.pending, intent];
}

function outOfOffice(draft: Draft): void {
  draft.acts.push({
    kind: "message",
    by: "lead",
    hours: draft.clock + 0.02,
    thread: draft.thread,
    intents: ["out_of_office"],
  });
  draft.clock += draft.random.between(1, 5) * day;
}
