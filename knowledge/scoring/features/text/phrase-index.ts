/** Phrases by the words that they begin with, so that few are compared at each word of a text. */
export type PhraseIndex = ReadonlyMap<string, Beginning>;

/** The phrases that begin with one word. */
interface Beginning {
  /** Those that go on with one of a few words … */
  strict: Phrase[];
  /** … which are these. */
  second: Set<string>;
  /** Those that end here, or go on with a word of any kind. */
  open: Phrase[];
}

/** What follows a phrase's first word, and the bits of what it means. */
interface Phrase {
  rest: readonly Place[];
  meanings: number;
}

interface Place {
  /** Null: a word of any kind. */
  words: ReadonlySet<string> | null;
  optional: boolean;
  /** Whether the end of a clause will do instead. */
  last: boolean;
}

/** Words of a text that phrases are looked for in, up to but not including `to`. */
export interface Stretch {
  words: readonly string[];
  /** Whether punctuation stands before a word. */
  breaks: readonly boolean[];
  to: number;
}

/** A phrase found: its meanings, and the place behind its last word. */
export interface Found {
  meanings: number;
  end: number;
}

/** Indexes phrases in the notation that `Lexicon` describes, each with the bits of its meanings. */
export function indexPhrases(phrases: Iterable<readonly [phrase: string, meanings: number]>): PhraseIndex {
  const index = new Map<string, Beginning>();
  for (const [phrase, meanings] of phrases) {
    for (const [first, ...rest] of beginnings(phrase.split(" ").flatMap(toPlaces))) {
      for (const word of first?.words ?? []) {
        for (const ending of beginnings(rest)) addTo(index, word, { rest: ending, meanings });
      }
    }
  }
  return index;
}

/** The places with their optional words at the beginning taken and left out. */
function beginnings(places: readonly Place[]): (readonly Place[])[] {
  const [first, ...rest] = places;
  if (!first?.optional || first.words === null) return [places];
  return [[{ ...first, optional: false }, ...rest], ...beginnings(rest)];
}

function addTo(index: Map<string, Beginning>, word: string, phrase: Phrase): void {
  let beginning = index.get(word);
  if (beginning === undefined) {
    beginning = { strict: [], second: new Set(), open: [] };
    index.set(word, beginning);
  }
  const [next] = phrase.rest;
  if (!next?.words || next.last) beginning.open.push(phrase);
  else {
    beginning.strict.push(phrase);
    for (const follower of next.words) beginning.second.add(follower);
  }
}

/** The longest phrase that begins at a word, with the meanings of all as long, or null. */
export function longestPhrase(index: PhraseIndex, stretch: Stretch, at: number): Found | null {
  const beginning = index.get(stretch.words[at] as string);
  if (beginning === undefined) return null;
  const found = { meanings: 0, end: -1 };
  for (const phrase of beginning.open) compare(phrase, stretch, at, found);
  if (at + 1 < stretch.to && beginning.second.has(stretch.words[at + 1] as string)) {
    for (const phrase of beginning.strict) compare(phrase, stretch, at, found);
  }
  return found.end < 0 ? null : found;
}

function compare({ rest, meanings }: Phrase, stretch: Stretch, at: number, longest: Found): void {
  const end = endOf(rest, 0, stretch, at + 1);
  if (end < 0 || end < longest.end) return;
  longest.meanings = end === longest.end ? longest.meanings | meanings : meanings;
  longest.end = end;
}

/** Where the longest way to fill the places from `p` on ends, or −1. Phrases are short, so the ways are few. */
function endOf(places: readonly Place[], p: number, stretch: Stretch, at: number): number {
  const place = places[p];
  if (place === undefined) return at;
  const inside = at < stretch.to;
  const fits = inside && (place.words === null || place.words.has(stretch.words[at] as string));
  let end = fits ? endOf(places, p + 1, stretch, at + 1) : -1;
  const passed = place.optional || (place.last && (!inside || stretch.breaks[at]));
  if (passed) end = Math.max(end, endOf(places, p + 1, stretch, at));
  return end;
}

function toPlaces(place: string): Place[] {
  if (place === "~") return [anyWord, anyWord];
  const optional = place.endsWith("?");
  const words = (optional ? place.slice(0, -1) : place).split("|");
  return [{ words: new Set(words), optional, last: words.includes("$") }];
}

const anyWord: Place = { words: null, optional: true, last: false };
