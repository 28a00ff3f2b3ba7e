import { type Lexicon, type Listed, type SignalName, signalNames } from "./lexicon.ts";
import { english } from "./lexicons/english.ts";
import { french } from "./lexicons/french.ts";
import { german } from "./lexicons/german.ts";
import { spanish } from "./lexicons/spanish.ts";
import { indexPhrases, type PhraseIndex } from "./phrase-index.ts";

/** The languages that can be read; the first wins where two are equally likely. */
const lexicons: readonly Lexicon[] = [english, german, french, spanish];

/** A lexicon ready for use. */
export interface Language {
  lexicon: Lexicon;
  phrases: PhraseIndex;
}

/** The bit of a signal in sets of them. */
export function bitOf(signal: Listed | SignalName): number {
  return signal === "harmless" ? 1 << signalNames.length : 1 << signalNames.indexOf(signal);
}

/** One word in so many must be among a language's commonest: in running text more than two in five are. */
const leastCommon = 0.2;
/** Words of a text that are looked at. */
const sampled = 80;

/** The language of some words, or null when it is none that can be read. Words without any common one pass for English. */
export function languageOf(words: readonly string[]): Language | null {
  const { masks, languages } = ready();
  const counts = languages.map(() => 0);
  const looked = Math.min(words.length, sampled);
  for (let i = 0; i < looked; i++) {
    const mask = masks.get(words[i] as string);
    if (mask === undefined) continue;
    for (let l = 0; l < counts.length; l++) if (mask & (1 << l)) counts[l] = (counts[l] as number) + 1;
  }
  const most = Math.max(...counts);
  const unsure = looked < 8 && most === 0;
  if (!unsure && most < leastCommon * looked) return null;
  return languages[counts.indexOf(most)] ?? null;
}

/** Whether a word is among the commonest of any language, or one that a name follows. */
export function isCommon(word: string): boolean {
  return ready().masks.has(word);
}

interface Ready {
  languages: readonly Language[];
  /** By common word, the languages that have it, a bit each. */
  masks: ReadonlyMap<string, number>;
}

let made: Ready | undefined;

/** Made at first use: a process that reads no text pays nothing. */
function ready(): Ready {
  if (made) return made;
  const masks = new Map<string, number>();
  lexicons.forEach((lexicon, l) => {
    for (const word of lexicon.common) masks.set(word, (masks.get(word) ?? 0) | (1 << l));
  });
  made = { languages: lexicons.map((lexicon) => ({ lexicon, phrases: indexOf(lexicon) })), masks };
  return made;
}

function indexOf({ phrases }: Lexicon): PhraseIndex {
  const signals = Object.keys(phrases) as Listed[];
  return indexPhrases(
    signals.flatMap((signal) => phrases[signal].map((phrase) => [phrase, bitOf(signal)] as const)),
  );
}
