import type { Direction, InteractionType } from "#core/domain/interaction.ts";
import { bitOf, languageOf } from "./languages.ts";
import { type SignalName, signalNames } from "./lexicon.ts";
import { ownWords } from "./own-words.ts";
import { eachPhrase } from "./phrases.ts";
import { eachSignal } from "./signals.ts";
import type { TextReading } from "./text-reading.ts";
import { type Tokens, tokenise } from "./tokens.ts";

/** Which words and pairs of words are looked for: these, or all that could be features. */
export type WantedPhrases = ReadonlySet<string> | "all";

/** A message, and whether it is one. */
export interface Message {
  text: string | null;
  direction: Direction | null;
  type: InteractionType | null;
  conversationId?: string | null;
}

/**
 * Reads a message: all of the lead's words, of ours only whether they ask. Null for what nobody wrote to the other: an empty
 * text, one without a direction, and a note on a call or meeting, which is ours whoever called.
 */
export function readText(message: Message, wanted: WantedPhrases): TextReading | null {
  const { text } = message;
  if (text === null || text === "" || message.direction === null || isNote(message)) return null;
  const tokens = tokenise(ownWords(text));
  return message.direction === "INBOUND" ? readLead(tokens, wanted) : readOurs(tokens);
}

/** Whether a text was written about a call or meeting; the lines of a transcript belong to a conversation. */
export function isNote({ type, conversationId }: Pick<Message, "type" | "conversationId">): boolean {
  return (type === "PHONE_CALL" || type === "MEETING") && !conversationId;
}

const none: readonly string[] = [];

function readOurs({ sentences }: Tokens): TextReading {
  const asks = sentences.some((sentence) => sentence.asks);
  return { signals: namesOf(asks ? bitOf("question") : 0), tone: null, phrases: none };
}

const warm = bitOf("positive") | bitOf("enthusiasm") | bitOf("commitment");
const cold = bitOf("negative") | bitOf("refusal") | bitOf("concern") | bitOf("costly");

function readLead(tokens: Tokens, wanted: WantedPhrases): TextReading {
  const language = languageOf(tokens.words);
  let all = 0;
  let [up, down] = [0, 0];
  eachSignal(
    tokens,
    (bits) => {
      all |= bits;
      if (bits & warm) up++;
      if (bits & cold) down++;
    },
    language,
  );
  const tone = up + down === 0 ? null : (up - down) / (up + down);
  if (language === null || (wanted !== "all" && wanted.size === 0)) {
    return { signals: namesOf(all), tone, phrases: none };
  }
  const phrases = new Set<string>();
  eachPhrase(tokens, language.lexicon, (phrase) => {
    if (wanted === "all" || wanted.has(phrase)) phrases.add(phrase);
  });
  return { signals: namesOf(all), tone, phrases: phrases.size === 0 ? none : [...phrases] };
}

const lists = new Map<number, readonly SignalName[]>();

/** One list for every set of signals: a hundred thousand messages share a few hundred. */
function namesOf(bits: number): readonly SignalName[] {
  let names = lists.get(bits);
  if (names === undefined) {
    names = signalNames.filter((_, n) => bits & (1 << n));
    lists.set(bits, names);
  }
  return names;
}
