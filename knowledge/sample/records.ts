import { composeBody, composePhrase, type Occasion } from "./compose.ts";
import { notes } from "./phrases/notes.en.ts";
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
  if (act.kind === "visit") {
    const content = `Viewed ${act.page} for ${act.minutes} min`;
    return { at, type: "WEBSITE_VISIT", channel: "WEBSITE", direction: "", subject: act.page, duration: act.minutes, byRep: false, content };
  }
  if (act.kind === "form") {
    const content = formText(occasion);
    return { at, type: "FORM_SUBMISSION", channel: "WEBSITE", direction: "INBOUND", subject: "Contact form", duration: act.minutes, byRep: false, content };
  }
  if (act.transcript) return null;
  const spoken = { at, duration: act.minutes, byRep: true, subject: subjects[act.topic], content: noteText(occasion, act.topic) };
  if (act.kind === "meeting") return { ...spoken, type: "MEETING", channel: "IN_PERSON", direction: "" };
  return { ...spoken, type: "PHONE_CALL", channel: "PHONE", direction: act.by === "lead" ? "INBOUND" : "OUTBOUND" };
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
  return composePhrase({ ...occasion, facts: occasion.notesFacts }, notes[topic]);
}

function formText(occasion: Occasion): string {
  const { first, last, company, email } = occasion.facts.texts;
  return `Name: ${first} ${last}\nCompany: ${company}\nEmail: ${email}\n\n${composeBody(occasion, ["inquiry"])}`;
}
