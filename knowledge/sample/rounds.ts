import { type Draft, day } from "./draft.ts";
import type { LeadIntent } from "./intents.ts";
import { awaitLead, leadWrites, novelty, repWrites, sigmoid, speak, visit } from "./steps.ts";

/**
 * Plays the middle: questions, a call or two, a quote, haggling. Leaves the course where the last word is due.
 * @returns whether the lead is still answering.
 */
export function runRounds(draft: Draft): boolean {
  const { random } = draft;
  if (!awaitLead(draft, () => opinion(draft))) return false;
  for (let more = random.integer(0, 1); more > 0; more--) {
    repWrites(draft, ["discover"]);
    if (!awaitLead(draft, () => opinion(draft))) return false;
  }
  if (random.chance(0.8) && !meet(draft, "needs")) return false;
  draft.clock += random.between(0.5, 4) * day;
  draft.thread = "proposal";
  repWrites(draft, ["quote"]);
  if (random.chance(0.45 + 0.12 * draft.eagerness)) visit(draft, random.between(1, 20));
  draft.clock += random.between(0.2, 4.5) * day;
  if (!awaitLead(draft, () => opinion(draft))) return false;
  return haggle(draft);
}

function haggle(draft: Draft): boolean {
  const { random } = draft;
  for (let more = random.integer(0, 2); more > 0; more--) {
    if (random.chance(0.3)) {
      if (!meet(draft, "proposal")) return false;
    } else repWrites(draft, []);
    draft.clock += random.between(0, 2.5) * day;
    if (!awaitLead(draft, () => opinion(draft))) return false;
  }
  repWrites(draft, ["closing_question"]);
  return true;
}

/** Proposes an appointment, holds it if the lead takes it up, and sums it up. */
function meet(draft: Draft, topic: "needs" | "proposal"): boolean {
  const { random, eagerness, causes, beginning } = draft;
  repWrites(draft, ["propose_call"]);
  const invitation = draft.acts[draft.acts.length - 1];
  if (!random.chance(sigmoid(0.5 + 0.9 * eagerness + 0.2 * causes.authority))) {
    return awaitLead(draft, () => opinion(draft));
  }
  const near = beginning.company.country.name === "Ireland";
  const kind = random.chance(near ? 0.5 : 0.1) ? "meeting" : "call";
  const minutes = Math.max(
    6,
    Math.round(random.around((kind === "meeting" ? 48 : 21) * Math.exp(0.12 * causes.need), 0.35)),
  );
  const before = draft.clock;
  draft.clock += random.between(1.5, 6) * day;
  const appointment = speak(draft, { kind, by: "rep", topic, minutes });
  const held = draft.clock;
  draft.clock = before;
  if (invitation?.kind === "message") invitation.appointment = appointment;
  leadWrites(draft, ["accept_call"], appointment);
  draft.appointment = appointment;
  repWrites(draft, []);
  // Slow letters push the appointment back rather than cross it.
  appointment.hours = Math.max(held, draft.clock + 12);
  draft.clock = appointment.hours + minutes / 60;
  if (random.chance(0.7)) {
    repWrites(draft, ["after_call"]);
    return awaitLead(draft, () => opinion(draft));
  }
  return true;
}

/** What is on the lead's mind: drawn by the causes, with plenty of chance. */
function opinion(draft: Draft): LeadIntent[] {
  const { random, causes } = draft;
  const weights = topics(draft);
  const first = random.weighted(weights);
  if (first === "short_ack" || !random.chance(sigmoid(-0.6 + 0.45 * causes.need))) return [first];
  return [first, random.weighted({ ...weights, [first]: 0, short_ack: 0, postpone: 0 })];
}

function topics(draft: Draft) {
  const { causes: c, thread } = draft;
  const quoted = thread === "proposal";
  const once = (intent: LeadIntent, weight: number) => weight * novelty(draft, intent);
  return {
    details: once("details", quoted ? 0.5 : 3 + 0.5 * c.need),
    ask_price: once("ask_price", quoted ? 0 : 1.8 + 0.3 * c.need),
    ask_timeline: once("ask_timeline", 1.6 + 0.6 * c.urgency),
    ask_feature: 1.6 + 0.5 * c.need,
    ask_reference: once("ask_reference", 0.7 + (c.competitor ? 0.5 : 0)),
    competitor: once("competitor", c.competitor ? 1.4 : 0.25),
    boss: once("boss", Math.max(0.1, 0.9 - 0.7 * c.authority)),
    price_objection: once("price_objection", quoted ? Math.max(0.2, 1.5 - 1.1 * c.fit) : 0),
    postpone: once("postpone", Math.max(0.1, 0.7 - 0.5 * c.urgency)),
    short_ack: Math.max(0.3, 1.4 - 0.5 * draft.eagerness),
  };
}
