import type { Facts } from "../facts.ts";
import { lexicon } from "./lexicon.ts";

/** What a sentence claims, in order. */
export type Token =
  | { kind: "figure"; value: string; unit: string; bound: string }
  | { kind: "name"; value: string }
  | { kind: "way"; value: Way }
  | { kind: "mark"; value: "not" | "rest" | "before" | "after" }
  | { kind: "number word"; value: string }
  | { kind: "subject"; value: string };

const ways = ["up", "down", "better", "worse", "most", "least"] as const;
export type Way = (typeof ways)[number];

export interface Tokens {
  tokens: Token[];
  /** All other words, in small letters. */
  words: string[];
  /** Words with a capital that do not open the sentence. */
  capitals: string[];
}

/** Between a word that bounds a figure and the figure. */
const fillers = new Set(["about", "around", "roughly", "a", "an", "the"]);

const opened = "\u27e6";
const closed = "\u27e7";

/** A text with the facts' names and moments masked, so that nothing inside them is read as a claim; longest first. */
export function mask(text: string, { words }: Pick<Facts, "words">, originals: string[] = []): string {
  const values = [...new Set(Object.values(words))]
    .filter((word) => word.length > 0)
    .toSorted((a, b) => b.length - a.length);
  const clean = withoutMasks(text);
  if (values.length === 0) return clean;
  const shown = values.map(withoutMasks);
  const pattern = new RegExp(
    shown
      .map((value) => `(?<![\\p{L}\\p{N}])${escaped(value)}(?=(?:s\\b|['’]s)?(?![\\p{L}\\p{N}]))`)
      .join("|"),
    "giu",
  );
  return clean.replace(pattern, (found) => {
    const index = shown.findIndex((value) => value.toLowerCase() === found.toLowerCase());
    return `${opened}${index}.${originals.push(found) - 1}${closed}`;
  });
}

function withoutMasks(text: string): string {
  return text.normalize("NFKC").replaceAll(opened, "").replaceAll(closed, "");
}

/** Puts what was masked back, as it was written. */
export function unmask(text: string, originals: readonly string[]): string {
  return text.replace(/\u27e6\d+\.(\d+)\u27e7/g, (_, index: string) => originals[Number(index)] ?? "");
}

/** Reads the claims of a masked sentence. */
export function tokensOf(masked: string): Tokens {
  const result: Tokens = { tokens: [], words: [], capitals: [] };
  const text = withUnits(masked.replace(intervalName, " "));
  let bound = "";
  for (const match of text.matchAll(part)) {
    const [found, name, figure, unit, word] = match;
    if (name !== undefined) result.tokens.push({ kind: "name", value: name });
    else if (figure !== undefined)
      result.tokens.push({ kind: "figure", value: plain(figure), unit: unitOf(unit), bound });
    else if (word !== undefined) readWord(word, { result, opens: isOpening(text, match.index) });
    const small = word?.toLowerCase() ?? "";
    if (!fillers.has(small)) bound = lexicon.bounds.has(small) ? small : "";
    if (/[\p{N}]/u.test(found) && name === undefined && figure === undefined)
      result.words.push(found.toLowerCase());
  }
  return result;
}

function readWord(word: string, { result, opens }: { result: Tokens; opens: boolean }): void {
  const small = word.toLowerCase();
  const way = ways.find((one) => lexicon[one].has(small));
  const side = (["rest", "before", "after"] as const).find((one) => lexicon[one].has(small));
  if (way) result.tokens.push({ kind: "way", value: way });
  else if (lexicon.negations.has(small) || /n['’]t$/u.test(small))
    result.tokens.push({ kind: "mark", value: "not" });
  else if (side) result.tokens.push({ kind: "mark", value: side });
  else if (lexicon.numberWords.has(small)) result.tokens.push({ kind: "number word", value: small });
  else if (lexicon.subjects.has(small)) result.tokens.push({ kind: "subject", value: small });
  else result.words.push(small);
  if (!opens && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word)) result.capitals.push(word);
}

function isOpening(text: string, index: number): boolean {
  return /(?:^|[.!?:]\s+)["“(]*$/u.test(text.slice(0, index));
}

/** "90 % interval" names a kind of interval; what it is an interval of follows. */
const intervalName = /\b90 ?(?:%|percent|per cent) (?:confidence )?interval\b/giu;

const units = "%|percentage points?|points?|percent|per cent|prozent|hours?|minutes?|days?|times|x\\b";
const number = "[+-]?\\p{N}+(?:[.,:/]\\p{N}+)*";
const part = new RegExp(
  `${opened}(\\d+)\\.\\d+${closed}|(?<![\\p{L}\\p{N}])(${number})(?![\\p{L}\\p{N}]*\\p{L})(?:\\s?(${units}))?|([\\p{L}\\p{M}][\\p{L}\\p{M}'’-]*)|[\\p{L}\\p{N}]+`,
  "giu",
);
const range = new RegExp(`(${number})( (?:to|and|–|-) )(?=(${number})\\s?(${units}))`, "giu");

/** In "6 to 20 points" the 6 are points too. */
function withUnits(text: string): string {
  return text
    .replaceAll("−", "-")
    .replace(range, (_, first: string, join: string, __, unit: string) => `${first} ${unit}${join}`);
}

function unitOf(unit = ""): string {
  const small = unit.toLowerCase();
  if (/^(?:%|percent$|per cent|prozent)/u.test(small)) return "%";
  if (/point/u.test(small)) return "points";
  return small.replace(/s$/u, "");
}

/** Without thousands' commas, a plus and zeros behind the point. */
function plain(figure: string): string {
  const bare = figure.replace(/^\+/, "");
  const number = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
  return /^-?\d+(?:\.\d+)?$/.test(number) ? String(Number(number)) : number;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
