import type { Spoken, Web } from "./acts.ts";
import { composeBody, composePhrase, type Occasion } from "./compose.ts";
import { notes } from "./phrases/notes.en.ts";
import { capitaliseSentences } from "./template.ts";
import type { Event } from "./timeline.ts";

/** A touch that is not a message: a row of the interactions file without its ids. */
export interface Touch {
  at: number;
  type: "PHONE_CALL" | "MEETING" | "FORM_SUBMISSION" | "WEBSITE_VISIT";
  channel: "PHONE" | "IN_PERSON" | "WEBSITE";
  direction: "INBOUND" | "OUTBOUND" | "";
  subject: string;
  /** Minutes. */
  duration: number;
  /** True when the rep took part. */
  byRep: boolean;
  content: string;
}

/** Writes down a call, a meeting, a form or a visit; null of what belongs to a conversation. */
export function recordTouch(occasion: Occasion, { act, at }: Event): Touch | null {
  if (act.kind === "message" || act.kind === "chat") return null;
  if (act.kind === "call" || act.kind === "meeting")
    return act.transcript ? null : recordTalk(occasion, act, at);
  if (act.kind === "visit") return recordVisit(act, at);
  const content = formText(occasion);
  const form = { at, duration: act.minutes, byRep: false, subject: "Contact form", content };
  return { ...form, type: "FORM_SUBMISSION", channel: "WEBSITE", direction: "INBOUND" };
}

/** Nobody writes to anybody by looking at a page, so a visit has no direction. */
function recordVisit({ page, minutes }: Web, at: number): Touch {
  const content = `Viewed ${page} for ${minutes} min`;
  const visit = { at, duration: minutes, byRep: false, subject: page, content };
  return { ...visit, type: "WEBSITE_VISIT", channel: "WEBSITE", direction: "" };
}

function recordTalk(occasion: Occasion, act: Spoken, at: number): Touch {
  const content = noteText(occasion, act.topic);
  const talk = { at, duration: act.minutes, byRep: true, subject: subjects[act.topic], content };
  if (act.kind === "meeting") return { ...talk, type: "MEETING", channel: "IN_PERSON", direction: "" };
  const direction = act.by === "lead" ? "INBOUND" : "OUTBOUND";
  return { ...talk, type: "PHONE_CALL", channel: "PHONE", direction };
}

const subjects = {
  first: "First call",
  needs: "Needs",
  proposal: "Proposal",
  voicemail: "Voicemail",
  "wrong number": "Wrong number",
  fair: "Talk at the fair",
} as const;

/** The studio keeps its notes in English, whatever was spoken. */
function noteText(occasion: Occasion, topic: keyof typeof notes): string {
  const facts = { ...occasion.notes, price: occasion.facts.price };
  return capitaliseSentences(composePhrase({ ...occasion, facts }, notes[topic]));
}

function formText(occasion: Occasion): string {
  const { first, last, company, email } = occasion.facts.texts;
  return `Name: ${first} ${last}\nCompany: ${company}\nEmail: ${email}\n\n${capitaliseSentences(composeBody(occasion, ["inquiry"]))}`;
}
