import { ownWords } from "../scoring/features/text/own-words.ts";
import { hourMs, hoursBetween, mostOfAKind } from "./kept.ts";
import type { ReadMessage } from "./read-message.ts";
import type { Signal } from "./signal.ts";

/** Characters of a message that are looked at. */
const looked = 4_000;
const longestQuote = 240;

const promise =
  /\b(?:(?:i|we)(?:'ll|’ll| will| shall)|(?:i am|i'm|we are|we're) going to|ich (?:werde|schicke|sende|melde|rufe|gebe|maile)|wir (?:werden|schicken|senden|melden|rufen|geben)|je (?:vous|t'|te) \S+|nous vous \S+|(?:le|te|les) (?:envío|enviaré|mando|mandaré|llamo|llamaré|confirmo|confirmaré))\b/iu;
const acts =
  /\b(?:send|get back|come back|call|ring|email|let you know|confirm|share|forward|prepare|follow up|update|reply|answer|be in touch|schick\w*|send\w*|meld\w*|ruf\w*|geb\w*|mail\w*|bestätig\w*|envoie|enverrai|envoyons|enverrons|rappelle|rappellerai|confirme|confirmerai|recontacte|env[ií]o|enviaré|mando|mandaré|llamo|llamaré|confirmo|confirmaré)/iu;
const conditional = /\b(?:if|once|when|unless|wenn|sobald|falls|si|dès|cuando)\b/iu;

const weekdays = [
  /\b(?:sunday|sonntag|dimanche|domingo)\b/iu,
  /\b(?:monday|montag|lundi|lunes)\b/iu,
  /\b(?:tuesday|dienstag|mardi|martes)\b/iu,
  /\b(?:wednesday|mittwoch|mercredi|miércoles)\b/iu,
  /\b(?:thursday|donnerstag|jeudi|jueves)\b/iu,
  /\b(?:friday|freitag|vendredi|viernes)\b/iu,
  /\b(?:saturday|samstag|samedi|sábado)\b/iu,
];
const inDays: readonly (readonly [RegExp, number])[] = [
  [/\b(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd'hui|hoy)\b/iu, 0],
  [/\b(?:tomorrow|morgen|demain|mañana)\b/iu, 1],
];
const weekEnd = /\b(?:this week|end of the week|diese woche|ende der woche|cette semaine|esta semana)\b/iu;
const nextWeek = /\b(?:next week|nächste woche|kommende woche|la semaine prochaine|la próxima semana)\b/iu;
const dayMs = 24 * hourMs;
/** A promise is kept the day after too, and where the time zone is another. */
const graceMs = dayMs;

/** What we promised by a day that has passed, with nothing from us since. */
export function findDuePromises(messages: readonly ReadMessage[], { now }: { now: Date }): Signal[] {
  const due = messages.flatMap((message, place) => {
    const { entry } = message;
    if (!message.answers || entry.direction !== "OUTBOUND" || !entry.content) return [];
    if (messages.slice(place + 1).some((later) => later.answers)) return [];
    return promisesOf(entry.content, message.at)
      .filter(({ by }) => now.getTime() > by.getTime() + graceMs)
      .map(({ quote, by }) => toSignal(message, { quote, by, now }));
  });
  return due.slice(-mostOfAKind);
}

function toSignal(message: ReadMessage, { quote, by, now }: { quote: string; by: Date; now: Date }): Signal {
  return {
    kind: "promise_due",
    at: message.at,
    messageIds: [message.entry.id],
    quote,
    speaker: message.entry.sender ?? null,
    detail: { overdueHours: hoursBetween(by, now) },
  };
}

/** Sentences of ours that say by which day we will do something; `by` is that day's end in UTC. */
function promisesOf(text: string, at: Date): { quote: string; by: Date }[] {
  const sentences = ownWords(text.slice(0, looked)).split(/(?<=[.!?])\s|\n/);
  return sentences.flatMap((sentence) => {
    if (!promise.test(sentence) || !acts.test(sentence) || conditional.test(sentence)) return [];
    const days = daysUntil(sentence, at);
    if (days === null) return [];
    const by = new Date(Math.floor(at.getTime() / dayMs) * dayMs + (days + 1) * dayMs);
    return [{ quote: sentence.replace(/\s+/g, " ").trim().slice(0, longestQuote), by }];
  });
}

function daysUntil(sentence: string, at: Date): number | null {
  for (const [said, days] of inDays) if (said.test(sentence)) return days;
  const today = at.getUTCDay();
  if (weekEnd.test(sentence)) return (7 - today) % 7;
  if (nextWeek.test(sentence)) return ((7 - today) % 7) + 7;
  const weekday = weekdays.findIndex((said) => said.test(sentence));
  return weekday < 0 ? null : ((weekday - today + 6) % 7) + 1;
}
