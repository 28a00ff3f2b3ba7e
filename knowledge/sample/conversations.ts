import type { Message } from "./acts.ts";
import { composeMessage, type Occasion } from "./compose.ts";
import { addInstruction } from "./oddities.ts";
import { composeChat, composeTranscript, type Line } from "./talk.ts";
import { capitalise } from "./template.ts";
import type { Event } from "./timeline.ts";

/** A conversation before it has an id. */
export interface Conversation {
  channel: "EMAIL" | "CHAT" | "PHONE" | "LINKEDIN";
  subject: string;
  messages: Said[];
}

/** A message, or a line of a talk. */
export interface Said {
  at: number;
  by: "lead" | "rep";
  text: string;
  /** What a message means to say; it is written to no file. Lines of talks have none. */
  intents?: Message["intents"];
}

/** Adds what one event says to the lead's conversations: emails by thread, each chat and each recorded call by itself. */
export function converse(threads: Map<string, Conversation>, occasion: Occasion, event: Event): void {
  const { act, at } = event;
  if (act.kind === "message") {
    const text = addInstruction(occasion.lead, act, composeMessage(occasion, act));
    thread(threads, occasion, act).messages.push({ at, by: act.by, text, intents: act.intents });
  } else if (act.kind === "chat") {
    threads.set("chat", spoken("CHAT", "Chat on the website", at, composeChat(occasion)));
  } else if (act.kind === "call") {
    const subject = act.topic === "proposal" ? "Call about the proposal (transcript)" : "Call (transcript)";
    threads.set(`call ${act.hours}`, spoken("PHONE", subject, at, composeTranscript(occasion, act)));
  }
}

function thread(threads: Map<string, Conversation>, occasion: Occasion, act: Message): Conversation {
  let found = threads.get(act.thread);
  if (!found) {
    found = {
      channel: act.thread === "linkedin" ? "LINKEDIN" : "EMAIL",
      subject: subjectOf(occasion, act),
      messages: [],
    };
    threads.set(act.thread, found);
  }
  return found;
}

function subjectOf({ random, facts, lead }: Occasion, act: Message): string {
  const item = capitalise(facts.texts.item ?? "");
  const name = lead.company.name;
  const subjects = {
    en: {
      first: [`${item} for ${name}`, `Question about ${facts.texts.item}`, `${name}: ${facts.texts.product}`],
      proposal: [`Proposal: ${facts.texts.item} for ${name}`, `Your quote (${name})`],
    },
    de: { first: [`Anfrage von ${name}`, `${name}: Ihr Vorhaben`], proposal: [`Angebot für ${name}`] },
    fr: { first: [`Demande de ${name}`, `${name} : votre projet`], proposal: [`Devis pour ${name}`] },
  }[facts.language];
  return random.pick(act.thread === "proposal" ? subjects.proposal : subjects.first);
}

function spoken(
  channel: "CHAT" | "PHONE",
  subject: string,
  at: number,
  lines: readonly Line[],
): Conversation {
  return { channel, subject, messages: lines.map(({ by, after, text }) => ({ at: at + after, by, text })) };
}
