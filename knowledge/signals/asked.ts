import { isCommon } from "../scoring/features/text/languages.ts";
import { ownWords } from "../scoring/features/text/own-words.ts";
import { quoteAround } from "../scoring/features/text/signals.ts";
import { type Sentence, type Tokens, tokenise } from "../scoring/features/text/tokens.ts";
import { opensAsk } from "./ask-openers.ts";
import { isPleasantry } from "./pleasantries.ts";
import { beforeSignature } from "./signature.ts";

/** A sentence that asks something. */
export interface Ask {
  /** The sentence on one line, at most 240 characters. */
  quote: string;
  /** The same without a greeting: what is asked. */
  about: string;
}

/** Question marks of other scripts. */
const otherMarks = /[？؟]/g;
/** With more words a sentence that only begins like a question tells something else too. */
const longestUnmarked = 30;

/**
 * The questions that a message's own words ask, in their order: not those of quoted replies, signatures or links, and no pleasantries.
 * A sentence without a question mark counts where it begins as questions and requests do.
 */
export function asksOf(text: string): Ask[] {
  const own = beforeSignature(ownWords(text)).replace(otherMarks, "?");
  const tokens = tokenise(own);
  const asks: Ask[] = [];
  for (const sentence of tokens.sentences) {
    const from = afterGreeting(tokens, sentence);
    if (!isAsk(tokens, sentence, from)) continue;
    const { start, end } = quoteAround(tokens, sentence, { at: from, end: sentence.to });
    const about = own.slice(tokens.starts[from] ?? start, end);
    asks.push({ quote: oneLine(own.slice(start, end)), about: oneLine(about) });
  }
  return asks;
}

function isAsk(tokens: Tokens, sentence: Sentence, from: number): boolean {
  const { words } = tokens;
  const count = sentence.to - from;
  if (isPleasantry(normalised(tokens, sentence))) return false;
  if (sentence.asks) return words.slice(from, sentence.to).some((word) => word !== "" && word !== "#");
  return count >= 3 && count <= longestUnmarked && opensAsk(words[from], words[from + 1]);
}

const greetings: ReadonlySet<string> = new Set(
  "hi hello hey dear hallo liebe lieber guten guter bonjour salut cher chère hola buenos buenas estimado estimada".split(
    " ",
  ),
);
const longestGreeting = 5;

/** The place behind a greeting that a sentence begins with: "Hi Bob, what does it cost?" asks from "what" on. */
function afterGreeting({ words, breaks }: Tokens, { from, to }: Sentence): number {
  if (!greetings.has(words[from] as string)) return from;
  const reach = Math.min(to, from + longestGreeting);
  for (let at = from + 1; at < reach; at++) if (breaks[at]) return at;
  // "Hi Bob can you …": up to two names.
  for (let at = from + 1; at < Math.min(to, from + 3); at++) {
    if (isCommon(words[at] as string) || opensAsk(words[at], words[at + 1])) return at;
  }
  return from;
}

const longestNormalised = 200;

function normalised({ words, breaks }: Tokens, { from, to }: Sentence): string {
  let text = "";
  for (let at = from; at < to && text.length < longestNormalised; at++) {
    text += `${at === from ? "" : breaks[at] ? ", " : " "}${words[at]}`;
  }
  return text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
