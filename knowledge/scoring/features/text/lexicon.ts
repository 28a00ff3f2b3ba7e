/** What a lead's sentence may tell. "positive" and "negative" are words of mood; "question" is any sentence that asks. */
export const signalNames = [
  "price",
  "meeting",
  "costly",
  "concern",
  "delay",
  "refusal",
  "enthusiasm",
  "commitment",
  "alternative",
  "positive",
  "negative",
  "question",
] as const;
export type SignalName = (typeof signalNames)[number];

/** Signals that stand in a lexicon; a question is known by its mark. "harmless" takes words away from the others. */
export type Listed = Exclude<SignalName, "question"> | "harmless";

/**
 * The words of one language. A phrase is a row of places: `a|b` is either, `a?` may be missing, `~` is up to two words of
 * any kind, `#` a number, `$` the end of the clause. All in lower case; apostrophes are straight. Where two phrases begin at the same word the longer wins.
 */
export interface Lexicon {
  language: string;
  /** The commonest words: they tell the language, and never become a feature by themselves. */
  common: ReadonlySet<string>;
  /** Up to four words after one of these, a phrase does not count; a positive word then counts as negative. */
  negators: ReadonlySet<string>;
  /** Whether a negator may also follow its word, as in "gefällt mir nicht". */
  negatesBehind: boolean;
  /** After one of these, what is decided or found is not yet so: "if we go ahead". */
  conditionals: ReadonlySet<string>;
  /** Words after which a name is written: "hi", "thanks". */
  greetings: ReadonlySet<string>;
  phrases: Readonly<Record<Listed, readonly string[]>>;
}

/** A list of words from one text. */
export function words(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** A list of phrases from one text, in which semicolons part them. */
export function phrases(text: string): string[] {
  return text
    .split(";")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter(Boolean);
}
