import { isCommon, languageOf } from "./languages.ts";
import { ownWords } from "./own-words.ts";
import { eachPhrase } from "./phrases.ts";
import { type Sentence, type Tokens, tokenise } from "./tokens.ts";

/** Fewer leads with a text than this teach no phrases: ten for each of sixty, for with fewer they cost more than they tell. */
export const fewestWithText = 600;
/** A phrase is said by at least and at most these shares of the leads with a text. */
const rarest = 0.02;
const commonest = 0.6;
const most = 60;
/** Phrases of the serving model that are no longer among the commonest, kept so that models can be compared. */
const mostKept = 20;
/** Entries above which those of single leads are forgotten. */
const roomFor = 200_000;

/** Collects what leads say, one lead after the other. */
export interface PhraseCounter {
  /** @param texts what one lead wrote, quoted replies and all. */
  add(texts: readonly string[]): void;
  /**
   * The phrases that tell most leads apart, the commonest first, without a look at how leads ended: at most 60, and up to
   * 20 more of those to keep. None before 600 leads with a text.
   * @param names words in lower case that are names of people; none of them becomes a feature.
   */
  choose(names: ReadonlySet<string>, keep?: ReadonlySet<string>): string[];
}

/** Makes an empty counter. */
export function phraseCounter(): PhraseCounter {
  const leads = new Map<string, number>();
  const spelling = new Map<string, Spelling>();
  let withText = 0;
  return {
    add(texts) {
      const said = new Set<string>();
      let readable = false;
      for (const text of texts) if (read(text, said, spelling)) readable = true;
      if (readable) withText++;
      for (const phrase of said) leads.set(phrase, (leads.get(phrase) ?? 0) + 1);
      if (leads.size > roomFor) forgetRare(leads);
    },
    choose(names, keep = new Set()) {
      if (withText < fewestWithText) return [];
      const isWord = (word: string) =>
        !names.has(word) && !isCommon(word) && isWrittenSmall(spelling.get(word));
      const fit = [...leads].filter(
        ([phrase, n]) =>
          n >= rarest * withText && n <= commonest * withText && phrase.split(" ").every(isWord),
      );
      const ordered = fit.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([phrase]) => phrase);
      const chosen = ordered.slice(0, most);
      return [
        ...chosen,
        ...ordered
          .slice(most)
          .filter((phrase) => keep.has(phrase))
          .slice(0, mostKept),
      ];
    },
  };
}

/** How often a word within a sentence began with a capital or followed a greeting, and how often neither. */
interface Spelling {
  asName: number;
  asWord: number;
}

/** Names are written with capitals, and so are the nouns of German: rather lose those than learn a name. */
function isWrittenSmall(spelling: Spelling | undefined): boolean {
  return spelling !== undefined && spelling.asWord > 2 * spelling.asName;
}

/** Whether the text is in a language that can be read. */
function read(text: string, said: Set<string>, spelling: Map<string, Spelling>): boolean {
  const tokens = tokenise(ownWords(text));
  const language = languageOf(tokens.words);
  if (language === null || tokens.words.length === 0) return false;
  const { greetings } = language.lexicon;
  eachPhrase(tokens, language.lexicon, (phrase) => said.add(phrase));
  for (const sentence of tokens.sentences) {
    for (let at = sentence.from + 1; at < sentence.to; at++) {
      const asName = isCapital(text, tokens, at) || greets(tokens, sentence, at, greetings);
      noteSpelling(spelling, tokens.words[at] as string, asName);
    }
  }
  return true;
}

function noteSpelling(spelling: Map<string, Spelling>, word: string, asName: boolean): void {
  let seen = spelling.get(word);
  if (seen === undefined) {
    if (spelling.size >= roomFor) return;
    seen = { asName: 0, asWord: 0 };
    spelling.set(word, seen);
  }
  if (asName) seen.asName++;
  else seen.asWord++;
}

function isCapital(text: string, { starts }: Tokens, at: number): boolean {
  const first = text.charAt(starts[at] ?? 0);
  return first !== first.toLowerCase();
}

function greets({ words }: Tokens, { from }: Sentence, at: number, greetings: ReadonlySet<string>): boolean {
  return at > from && greetings.has(words[at - 1] as string);
}

function forgetRare(leads: Map<string, number>): void {
  for (const [phrase, n] of leads) if (n === 1) leads.delete(phrase);
}
