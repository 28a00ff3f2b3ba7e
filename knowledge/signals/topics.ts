import type { Transaction } from "../db/database.ts";
import { loadBuckets } from "../metrics/load-buckets.ts";
import { characteristicTerms } from "./characteristic-terms.ts";
import { findInboundPassages, type ReadingQuery } from "./inbound-passages.ts";
import { messageTerms } from "./message-terms.ts";
import { isSampled, type PassageText, readPassages } from "./read-passages.ts";
import { termQuote } from "./term-quote.ts";

/** Messages of the period, and as many of the time before, that are read at most. */
const mostRead = 3_000;
const mostNamed = 20;
const mostQuoted = 5;
/** What fewer messages or contacts speak of is no topic. */
const fewestMessages = 5;
const fewestContacts = 3;
/** Thousands of terms are compared: two standard errors are passed by many of them by chance, four by hardly any. */
const leastZ = 4;
/** A pair of words stands for each of its words that is rarely said without it. */
const pairShare = 0.7;

/** What contacts speak of in a period more than before it. */
export interface Topic {
  /** A word, or two neighbouring ones, as written, in lower case. */
  term: string;
  /** Standard errors of the difference of log-odds. */
  z: number;
  /** Messages with it among those read: in the period, and before. */
  messages: number;
  before: number;
  /** By bucket of the period. */
  points: { at: string; n: number }[];
  /** At most 20, in their order. */
  messageIds: string[];
  /** At most 5 messages of the period, of as many contacts as there are, the latest, each with the sentence that has the term. */
  examples: Example[];
}

/** A message with a sentence of it: somebody's words, data. */
export interface Example {
  messageId: string;
  quote: string;
}

export interface Topics {
  topics: Topic[];
  looked: TopicsLooked;
  /** Why there are none, where something is missing. */
  note: string | null;
}

/** How much of what contacts wrote was read, in the period and as long before it. */
export interface TopicsLooked {
  messages: number;
  /** The share of them that was drawn evenly, 0–1, and how many those are. */
  share: number;
  read: number;
  before: number;
  beforeShare: number;
  beforeRead: number;
  /** Conversations and interactions that are not searchable yet. */
  pending: number;
}

/**
 * What contacts write of in a period and did not in the time before it, as long as the period: words and pairs of words by log-odds, in
 * messages of any language; names and stop words are left out. Counted are the contacts' own words, because the postings of a message hold its
 * neighbours' words too.
 * @param limit topics at most; 10 by default.
 */
export async function topics(tx: Transaction, query: ReadingQuery & { limit?: number }): Promise<Topics> {
  const { period, tenantId, limit = 10 } = query;
  const { days, bounds } = await loadBuckets(tx, query);
  const first = bounds[0];
  if (!first) return nothing("The period has no whole bucket that has passed.");
  const start = new Date(first.getTime() - (period.to.getTime() - period.from.getTime()));
  const { nos, pending } = await findInboundPassages(tx, query, [start, ...bounds]);
  const [beforeNos = [], ...periodNos] = nos;
  const counts = {
    before: beforeNos.length,
    messages: periodNos.reduce((sum, list) => sum + list.length, 0),
  };
  const share = Math.min(1, mostRead / Math.max(1, counts.messages));
  const beforeShare = Math.min(1, mostRead / Math.max(1, counts.before));
  const chosen = periodNos.map((list) => list.filter((no) => isSampled(no, share)));
  const chosenBefore = beforeNos.filter((no) => isSampled(no, beforeShare));
  const looked = {
    ...counts,
    ...{ share, beforeShare, pending },
    read: chosen.flat().length,
    beforeRead: chosenBefore.length,
  };
  if (counts.messages < fewestMessages || counts.before < fewestMessages) {
    return {
      ...nothing(
        `${counts.messages} messages of contacts in the period and ${counts.before} before it: too few to tell topics.`,
      ),
      looked,
    };
  }
  const read = await readPassages(tx, tenantId, [...chosenBefore, ...chosen.flat()]);
  const said = chosen.map((list) => termsOf(list, read));
  const saidInAll = said.flat();
  const now = countTerms(saidInAll);
  const before = countTerms(termsOf(chosenBefore, read));
  // All terms are compared, for what a term's odds are depends on all others; then few are told.
  const terms = characteristicTerms(numbersOf(now), numbersOf(before)).filter(
    ({ term, z }) => z >= leastZ && isTopic(now.get(term)),
  );
  return {
    topics: withoutParts(terms)
      .slice(0, limit)
      .map(({ term, z, now: messages, before: earlier }) => {
        const having = saidInAll.flatMap(({ passage, terms: has }) => (has.has(term) ? [passage] : []));
        return {
          term,
          z,
          messages,
          before: earlier,
          points: days.map((at, n) => ({
            at,
            n: said[n]?.filter(({ terms: has }) => has.has(term)).length ?? 0,
          })),
          messageIds: having.map(({ messageId }) => messageId).slice(-mostNamed),
          examples: examplesOf(having, term),
        };
      }),
    looked,
    note: null,
  };
}

function nothing(note: string): Topics {
  const looked = { messages: 0, share: 1, read: 0, before: 0, beforeShare: 1, beforeRead: 0, pending: 0 };
  return { topics: [], looked, note };
}

interface Said {
  passage: PassageText;
  terms: ReadonlySet<string>;
}

function termsOf(nos: readonly number[], read: ReadonlyMap<number, PassageText>): Said[] {
  return nos.flatMap((no) => {
    const passage = read.get(no);
    return passage ? [{ passage, terms: messageTerms(passage) }] : [];
  });
}

/** The latest first; a second message of a contact only where contacts are too few. */
function examplesOf(having: readonly PassageText[], term: string): Example[] {
  const latest = having.toReversed();
  const seen = new Set<string | null>();
  const [firsts, others]: [PassageText[], PassageText[]] = [[], []];
  for (const passage of latest) {
    (seen.has(passage.contactId) ? others : firsts).push(passage);
    seen.add(passage.contactId);
  }
  return [...firsts, ...others].slice(0, mostQuoted).flatMap(({ messageId, text }) => {
    const quote = termQuote(text, term);
    return quote === null ? [] : [{ messageId, quote }];
  });
}

interface TermCount {
  n: number;
  contacts: Set<string | null>;
}

function countTerms(said: readonly Said[]): Map<string, TermCount> {
  const counts = new Map<string, TermCount>();
  for (const { passage, terms } of said) {
    for (const term of terms) {
      let count = counts.get(term);
      if (!count) {
        count = { n: 0, contacts: new Set() };
        counts.set(term, count);
      }
      count.n++;
      count.contacts.add(passage.contactId);
    }
  }
  return counts;
}

function numbersOf(counts: ReadonlyMap<string, TermCount>): Map<string, number> {
  return new Map([...counts].map(([term, { n }]) => [term, n]));
}

function isTopic(count: TermCount | undefined): boolean {
  return count !== undefined && count.n >= fewestMessages && count.contacts.size >= fewestContacts;
}

/** A pair where its words hardly stand alone, else the words; never both. */
function withoutParts<T extends { term: string; now: number }>(terms: readonly T[]): T[] {
  const counts = new Map(terms.map(({ term, now }) => [term, now]));
  const covered = new Set<string>();
  const loose = new Set<string>();
  for (const { term, now } of terms) {
    const parts = term.split(" ");
    if (parts.length < 2) continue;
    const isWhole = parts.every((part) => now >= pairShare * (counts.get(part) ?? 0));
    if (isWhole) for (const part of parts) covered.add(part);
    else loose.add(term);
  }
  return terms.filter(({ term }) => !covered.has(term) && !loose.has(term));
}
