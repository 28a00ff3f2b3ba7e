import { hashedVector } from "../embeddings/hashed-vector.ts";
import { analyse } from "../retrieval/lexical/analyse.ts";
import type { Ask } from "./asked.ts";
import { hoursBetween, idsOf, mostOfAKind, speakerOf } from "./kept.ts";
import type { ReadMessage } from "./read-message.ts";
import type { Signal } from "./signal.ts";

/** Questions that are compared with each other: the latest. */
const mostCompared = 60;
const dimensions = 256;
/** Two questions are alike that share two words or more, most of the shorter's, and are near each other by words and their pieces. */
const leastShared = 2;
const leastOverlap = 0.6;
const leastCosine = 0.55;

interface Question {
  message: ReadMessage;
  ask: Ask;
  /** Place of the message in the timeline. */
  place: number;
  terms: ReadonlySet<string>;
  vector: Float32Array;
}

/** What the contact asks again although we had answered in between: one signal a message, of what it asks most often. */
export function findRepeatedAsks(messages: readonly ReadMessage[]): Signal[] {
  const questions = questionsOf(messages);
  const answered = messages.flatMap((message, place) => (message.answers ? [place] : []));
  const told = new Set<Question>();
  const signals: Signal[] = [];
  for (const asked of [...Map.groupBy(questions, ({ place }) => place).values()].reverse()) {
    const repeated = asked
      .filter((last) => !told.has(last))
      .flatMap((last) => {
        const earlier = questions.filter((other) => other.place < last.place && isAlike(other, last));
        return earlier.some((other) => isAnswered(answered, other.place, last.place))
          ? [[...earlier, last]]
          : [];
      });
    for (const question of repeated.flat()) told.add(question);
    const [first, ...others] = repeated.map(distinct);
    if (!first) continue;
    signals.push(toSignal(others.reduce((most, all) => (all.length > most.length ? all : most), first)));
    if (signals.length === mostOfAKind) break;
  }
  return signals.reverse();
}

/** @param all questions that are alike, one a message, oldest first. */
function toSignal(all: readonly Question[]): Signal {
  const [first, last] = [all[0], all.at(-1)] as [Question, Question];
  return {
    kind: "repeated_ask",
    at: last.message.at,
    messageIds: idsOf(all.map(({ message }) => message)),
    quote: last.ask.quote,
    speaker: speakerOf(last.message),
    detail: {
      times: all.length,
      days: Math.round((hoursBetween(first.message.at, last.message.at) / 24) * 10) / 10,
    },
  };
}

function questionsOf(messages: readonly ReadMessage[]): Question[] {
  const asked = messages.flatMap((message, place) => message.asks.map((ask) => ({ message, ask, place })));
  return asked.slice(-mostCompared).flatMap((question) => {
    const { tokens } = analyse(question.ask.about);
    const terms = new Set(tokens.filter((term) => !/^\d+$/.test(term)));
    if (terms.size < leastShared) return [];
    return [{ ...question, terms, vector: hashedVector(tokens, dimensions) }];
  });
}

function isAlike(a: Question, b: Question): boolean {
  let shared = 0;
  for (const term of a.terms) if (b.terms.has(term)) shared++;
  if (shared < leastShared || shared < leastOverlap * Math.min(a.terms.size, b.terms.size)) return false;
  return a.vector.reduce((sum, value, at) => sum + value * (b.vector[at] ?? 0), 0) >= leastCosine;
}

function isAnswered(answered: readonly number[], from: number, to: number): boolean {
  return answered.some((place) => place > from && place < to);
}

/** A message counts once, however many of its questions are alike. */
function distinct(questions: readonly Question[]): Question[] {
  return [...new Map(questions.map((question) => [question.place, question])).values()];
}
