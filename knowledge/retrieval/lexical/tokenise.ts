import { foldMarks } from "./fold-marks.ts";

/** Longer words are cut here: nobody searches for what follows. */
export const longestWord = 64;

const alnum = "[\\p{L}\\p{N}\\p{M}]+";
/** Words, and words joined by what identifiers, addresses and elisions are joined by. */
const joined = new RegExp(`${alnum}(?:[-‐‑–/._@+&:,'’]${alnum})*(?:\\+\\+|#)?`, "gu");
const simple = new RegExp(`^${alnum}$`, "u");
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;
/** Below U+0E00 no script is written without spaces. */
const spaced = /^[\0-\u0dff]*$/;
const apostrophe = /['’]/;
const english = new Set(["s", "t", "re", "ve", "ll", "d", "m"]);
const number = /^\d+(?:[.,:]\d+)*$/;
const numbered = /^(\p{L}+)(\d{3,})$/u;
const separators = /[^\p{L}\p{N}\p{M}]+/u;

/**
 * The words of any text in order, lower case and NFKC. Identifiers, addresses and compounds ("INV-20391", "e-mail") give
 * their parts and the whole without punctuation; scripts without spaces give pairs of characters.
 */
export function tokenise(text: string): string[] {
  return splitText(text).flatMap(wordsOf);
}

/** Cuts a text, lower case and NFKC, at its spaces and at punctuation that joins nothing. */
export function splitText(text: string): readonly string[] {
  return text.normalize("NFKC").toLowerCase().match(joined) ?? [];
}

/** The words of one piece of `splitText`. */
export function wordsOf(piece: string): string[] {
  const words: string[] = [];
  if (spaced.test(piece)) addJoined(piece, words);
  else addUnspaced(piece, words);
  return words;
}

function addJoined(match: string, words: string[]): void {
  if (simple.test(match)) addSimple(match, words);
  else if (number.test(match)) words.push(cut(match.replace(/[.,:]/g, "")));
  else if (/[+#]$/.test(match)) words.push(cut(match));
  else for (const piece of match.split(/,/)) addPiece(piece, words);
}

function addSimple(word: string, words: string[]): void {
  words.push(cut(word));
  const parts = numbered.exec(word);
  if (parts?.[1] && parts[2] && word.length <= longestWord) words.push(parts[1], parts[2]);
}

function addPiece(piece: string, words: string[]): void {
  if (simple.test(piece)) addSimple(piece, words);
  else addCompound(piece, words);
}

/** The parts first, then what they are joined to; an address gives its domain as a whole too. */
function addCompound(piece: string, words: string[]): void {
  if (apostrophe.test(piece) && addElided(piece, words)) return;
  const parts = piece.split(separators).filter(Boolean);
  for (const part of parts) words.push(cut(part));
  if (parts.length > 1 && parts.length <= 8) words.push(cut(parts.join("")));
  const domain = piece.split("@")[1]?.split(separators).filter(Boolean) ?? [];
  if (domain.length > 1) words.push(cut(domain.join("")));
}

/** "customer's" → "customer", "l'offre" → "offre"; "don't" stays whole, as the lists of stop words have it. */
function addElided(piece: string, words: string[]): boolean {
  const [before = "", after = "", ...more] = piece.split(apostrophe);
  if (more.length > 0 || !simple.test(before) || !simple.test(after)) return false;
  if (after === "s") words.push(cut(before));
  else if (english.has(after)) words.push(`${cut(before)}'${after}`);
  else if (before.length <= 2 && before !== "o") words.push(cut(after));
  else return false;
  return true;
}

/** Pairs of characters of what has no spaces, the rest as words. */
function addUnspaced(match: string, words: string[]): void {
  let end = 0;
  for (const run of match.matchAll(unspaced)) {
    if (run.index > end) addRest(match.slice(end, run.index), words);
    addPairs([...run[0]], words);
    end = run.index + run[0].length;
  }
  if (end < match.length) addRest(match.slice(end), words);
}

function addRest(text: string, words: string[]): void {
  for (const part of text.split(separators)) if (part) words.push(cut(part));
}

function addPairs(characters: readonly string[], words: string[]): void {
  if (characters.length === 1) words.push(characters.join(""));
  for (let i = 1; i < characters.length; i++) words.push(`${characters[i - 1]}${characters[i]}`);
}

function cut(word: string): string {
  return word.length <= longestWord ? word : word.slice(0, longestWord).replace(/[\ud800-\udbff]$/, "");
}

/** Folds a text for comparison: lower case, no accents, words of letters and digits parted by single spaces. */
export function foldText(text: string): string {
  const plain = foldMarks(text.normalize("NFKC").toLowerCase());
  return plain
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}
