import type { Message } from "./acts.ts";
import { type Facts, revised, slotsAt } from "./facts.ts";
import type { LeadIntent, RepIntent } from "./intents.ts";
import type { Lead } from "./leads.ts";
import { leadFrames, repFrames } from "./phrases/frames.ts";
import { germanLead } from "./phrases/lead.de.ts";
import { frenchLead } from "./phrases/lead.fr.ts";
import { leadAnswers } from "./phrases/lead-answers.en.ts";
import { leadQuestions } from "./phrases/lead-questions.en.ts";
import type { Phrase } from "./phrases/phrase.ts";
import { germanRep } from "./phrases/rep.de.ts";
import { frenchRep } from "./phrases/rep.fr.ts";
import { repAnswers } from "./phrases/rep-answers.en.ts";
import { repOpenings } from "./phrases/rep-openings.en.ts";
import type { Random } from "./random.ts";
import { capitaliseSentences, fill } from "./template.ts";

type Intent = LeadIntent | RepIntent;

const english: Record<Intent, Phrase> = { ...leadQuestions, ...leadAnswers, ...repOpenings, ...repAnswers };
const books = {
  en: english,
  de: { ...germanLead, ...germanRep },
  fr: { ...frenchLead, ...frenchRep },
};

/** Messages with these do not answer anything, so they do not begin with thanks. */
const firstWords = new Set<Intent>([
  "inquiry",
  "referral_intro",
  "outreach",
  "out_of_office",
  "chase",
  "back_again",
  "revived",
  "first_reply",
  "fair_followup",
  "after_chat",
  "after_call",
  "nudge",
  "nudge_again",
  "last_nudge",
  "short_ack",
  "ack",
  "welcome",
  "goodbye",
  "thanks",
]);

/** What a composer needs to know of the one moment. */
export interface Occasion {
  random: Random;
  lead: Lead;
  facts: Facts;
  /** The same facts in English, for the studio's own notes. */
  notes: Facts;
  /** Milliseconds since 1970. */
  at: number;
  appointmentAt?: number;
}

/** Writes a whole message: greeting, what it has to say, parting. */
export function composeMessage(occasion: Occasion, { by, intents, thread }: Message): string {
  if (intents.includes("out_of_office")) return capitaliseSentences(composeBody(occasion, intents));
  const { random, lead, facts } = occasion;
  const { tone, lowercase, footer } = lead.person.voice;
  const frame = (by === "lead" ? leadFrames : repFrames)[facts.language];
  const slots = frameSlots(occasion, by);
  const line = (template: string) => fill(random, template, slots);
  const style = by === "lead" ? tone : tone === "terse" ? "friendly" : tone;
  const greeting = line(random.pick(frame.greetings[thread === "linkedin" ? "friendly" : style]));
  const answers = !intents.some((intent) => firstWords.has(intent));
  const sentences: string[] = [];
  if (answers && tone !== "terse" && random.chance(0.3)) sentences.push(line(random.pick(frame.leadIns)));
  sentences.push(composeBody(occasion, intents));
  if (tone !== "terse" && random.chance(0.22)) sentences.push(line(random.pick(frame.closers)));
  const parting = line(random.pick(frame.partings[style]));
  // German goes on in small letters after the greeting's comma.
  const body = capitaliseSentences(sentences.join(" "), facts.language !== "de" || greeting === "");
  const text = [greeting, body, parting].filter(Boolean).join(greeting && tone !== "terse" ? "\n\n" : "\n");
  if (by === "rep") return text;
  return (lowercase ? text.toLowerCase() : text) + (footer && `\n\n${footer}`);
}

/** Writes only what is to be said, without greeting and parting. */
export function composeBody(occasion: Occasion, intents: readonly Intent[]): string {
  const { facts } = occasion;
  const parts = intents.map((intent) => {
    if (intent === "ask_feature") facts.turn++;
    const said = composePhrase(occasion, books[facts.language][intent]);
    if (intent === "answer_price_objection") facts.price = revised(facts.price);
    return said;
  });
  return parts.join("\n\n");
}

/** Fills one phrase: its core, and more the more the lead has at heart. */
export function composePhrase({ random, lead, facts, at, appointmentAt }: Occasion, phrase: Phrase): string {
  const slots = slotsAt(facts, at, appointmentAt);
  const { voice } = lead.person;
  const wordiness =
    0.5 + 0.1 * lead.causes.need + 0.06 * lead.causes.mood - (voice.tone === "terse" ? 0.25 : 0);
  return phrase
    .filter((_, index) => index === 0 || random.chance(wordiness))
    .map((options) => fill(random, pickFresh(random, options, facts.used), slots))
    .join(" ");
}

/** Nobody likes to hear the same sentence twice, so a deal uses each of them once while it can. */
function pickFresh(random: Random, options: readonly string[], used: Set<string>): string {
  const fresh = options.filter((option) => !used.has(option));
  const picked = random.pick(fresh.length > 0 ? fresh : options);
  used.add(picked);
  return picked;
}

function frameSlots({ lead, facts, at }: Occasion, by: "lead" | "rep"): (name: string) => string {
  const [from, to] = by === "lead" ? [lead.person, lead.rep] : [lead.rep, lead.person];
  const names: Record<string, string> = {
    to: to.first,
    toLast: to.last,
    from: from.first,
    fromLast: from.last,
    initials: `${from.first[0]}${from.last[0]}`,
  };
  const slots = slotsAt(facts, at);
  return (name) => names[name] ?? slots(name);
}
