import { type ReadMessage, readMessage } from "../signals/read-message.ts";
import { waiting } from "../signals/sides.ts";
import { graceHours } from "../signals/unanswered-question.ts";
import { ageText, counted, dayOf, daysBetween } from "./age-text.ts";
import type { Candidate, Candidates } from "./find-waiting.ts";
import type { ReadContact } from "./load-contacts.ts";
import type { Opportunity, OpportunityList } from "./opportunity.ts";

/** Characters of a message that are read for what it asks. */
const charactersRead = 4_000;
const mostIds = 10;

interface Reading {
  contacts: ReadonlyMap<string, ReadContact>;
  asOf: Date;
}

/** Open leads with a high score whose last messages nobody answered: the best score first, among equals who has waited longest. */
export function hotUnanswered({ candidates, count }: Candidates, reading: Reading): OpportunityList {
  const found = candidates.flatMap((candidate) => {
    const told = readWaiting(candidate, reading);
    return told ? [toHot(candidate, told, reading.asOf)] : [];
  });
  return { opportunities: found.toSorted(byScore), total: totalOf(found, { candidates, count }), notes: [] };
}

/** Whoever asked something that nobody answered: the newest question first, for it can best be mended. */
export function unansweredQuestions({ candidates, count }: Candidates, reading: Reading): OpportunityList {
  const found = candidates.flatMap((candidate) => {
    const told = readWaiting(candidate, reading);
    const asking = told?.open.filter(({ asks }) => asks.length > 0) ?? [];
    return told && asking.length > 0
      ? [toAsking(candidate, { contact: told.contact, open: asking }, reading.asOf)]
      : [];
  });
  const opportunities = found.toSorted((a, b) => b.since.getTime() - a.since.getTime());
  return { opportunities, total: totalOf(found, { candidates, count }), notes: [] };
}

interface Waiting {
  contact: ReadContact;
  open: ReadMessage[];
}

/** What nobody has answered, read; null where texts and calls show that nobody waits, or not for long. */
function readWaiting({ contactId }: Candidate, { contacts, asOf }: Reading): Waiting | null {
  const contact = contacts.get(contactId);
  if (!contact) return null;
  const open = waiting(contact.latest);
  const first = open[0];
  if (!first || asOf.getTime() - first.occurredAt.getTime() < graceHours * 3_600_000) return null;
  return { contact, open: open.map((entry) => readMessage(entry, charactersRead)) };
}

function toHot(candidate: Candidate, { contact, open }: Waiting, asOf: Date): Opportunity {
  const since = open[0]?.at ?? asOf;
  const asking = open.findLast(({ asks }) => asks.length > 0);
  const waits = `has waited ${ageText(since, asOf)} for an answer to ${counted(open.length, "message")}, the last of ${dayOf(open.at(-1)?.at ?? since)}`;
  const score = candidate.probability;
  return {
    ...base(candidate, contact),
    kind: "hot_unanswered",
    since,
    messageIds: open.slice(-mostIds).map(({ entry }) => entry.id),
    quote: asking?.asks.at(-1)?.quote ?? null,
    reason:
      score === null
        ? `Open lead without a score; ${waits}.`
        : `Scores ${(100 * score).toFixed(0)} of 100 (band ${candidate.band}); ${waits}.`,
    suggestedAction: asking
      ? "Answer the question today, and offer a call."
      : "Reply today, and propose the next step.",
    numbers: { waitingDays: daysBetween(since, asOf), messages: open.length },
  };
}

function toAsking(candidate: Candidate, { contact, open }: Waiting, asOf: Date): Opportunity {
  const last = open.at(-1);
  const [first] = open;
  const since = last?.at ?? asOf;
  const more = open.length > 1 && first ? `, the first ${ageText(first.at, asOf)} ago` : "";
  return {
    ...base(candidate, contact),
    kind: "unanswered_questions",
    since,
    messageIds: open.slice(-mostIds).map(({ entry }) => entry.id),
    quote: last?.asks.at(-1)?.quote ?? null,
    reason: `Asked ${ageText(since, asOf)} ago (${dayOf(since)}), and nobody has answered since, by message or phone; ${counted(open.length, "message")} with a question${more}.`,
    suggestedAction: "Answer the question; if it was answered elsewhere, log that.",
    numbers: { waitingDays: daysBetween(since, asOf), messages: open.length },
  };
}

/** What every opportunity of a contact has. */
export function base({ probability, band }: Candidate, contact: ReadContact) {
  const { contactId, externalId, name, company, assignedTo } = contact;
  const score = probability === null ? null : 100 * probability;
  return { contactId, externalId, name, company, assignedTo, score, band, like: null };
}

function byScore(a: Opportunity, b: Opportunity): number {
  return (b.score ?? -1) - (a.score ?? -1) || a.since.getTime() - b.since.getTime();
}

/** Exact when all were read, else as many of the rest as of those that were. */
function totalOf(found: readonly Opportunity[], { candidates, count }: Candidates): OpportunityList["total"] {
  if (count <= candidates.length) return { count: found.length, exact: true };
  return { count: Math.round((count * found.length) / Math.max(1, candidates.length)), exact: false };
}
