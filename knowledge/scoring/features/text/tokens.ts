/** A sentence: its characters are `start` … `end` of the text, its words `from` … `to` of the tokens. */
export interface Sentence {
  start: number;
  end: number;
  from: number;
  to: number;
  /** Whether a question mark ends it. */
  asks: boolean;
}

/** A text as words; the first four lists run in parallel. */
export interface Tokens {
  /** Lower case with straight apostrophes; "#" for a number, "" for an address, a link or the like. */
  words: string[];
  starts: number[];
  ends: number[];
  /** Whether punctuation stands between the word and the one before it in its sentence. */
  breaks: boolean[];
  sentences: Sentence[];
}

const longestWord = 40;
/** A line that ends sooner than this was ended on purpose; a longer one may be wrapped. */
const wrapWidth = 45;

/** Splits a text into words and sentences in one pass over its characters. */
export function tokenise(text: string): Tokens {
  const cased = { text, lower: lowerCase(text) };
  const tokens: Tokens = { words: [], starts: [], ends: [], breaks: [], sentences: [] };
  let lineStart = 0;
  let broken = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      at = pushWord(tokens, cased, at, broken);
      broken = false;
      continue;
    }
    if (code === newline) {
      if (at - lineStart < wrapWidth || isBlankLine(text, at + 1)) endSentence(tokens, text, at, false);
      lineStart = at + 1;
    } else if (endsSentence(text, at, code, tokens)) {
      endSentence(tokens, text, at + 1, code === questionMark);
    } else if (code > blank) broken = true;
    at++;
  }
  endSentence(tokens, text, text.length, false);
  return tokens;
}

/** A text as it stands, and in lower case with every place as before. */
interface Cased {
  text: string;
  lower: string;
}

const newline = 10;
const blank = 32;
const full = 46;
const questionMark = 63;

/** A few capitals of other scripts would become two characters: with them, only Latin ones are changed. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}

/** Adds the word that begins at a place, and returns where it ends. */
function pushWord(tokens: Tokens, { text, lower }: Cased, start: number, broken: boolean): number {
  let end = start + 1;
  while (end < text.length && (isWordCode(text.charCodeAt(end)) || joins(text, end))) end++;
  const opaque = isOpaque(text, end);
  if (opaque) while (end < text.length && text.charCodeAt(end) > blank) end++;
  const elided = opaque ? 0 : elision(lower, start, end);
  if (elided > 0) {
    add(tokens, lower.slice(start, start + elided), start, start + elided, broken);
    add(tokens, wordOf(lower, start + elided, end), start + elided, end, false);
  } else {
    add(tokens, opaque || end - start > longestWord ? "" : wordOf(lower, start, end), start, end, broken);
  }
  return end;
}

function add(tokens: Tokens, word: string, start: number, end: number, broken: boolean): void {
  tokens.words.push(word);
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.breaks.push(broken);
}

function wordOf(text: string, start: number, end: number): string {
  const first = text.charCodeAt(start);
  if (first >= 48 && first <= 57) return "#";
  const word = text.slice(start, end);
  return word.includes("’") ? word.replaceAll("’", "'") : word;
}

/** Letters and digits of any script; what is neither up to U+02AF, and typographic marks, are not. */
function isWordCode(code: number): boolean {
  if (code < 128) {
    return (
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
    );
  }
  if (code < 0xc0) return false;
  return (
    code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code < 0x3040) && !(code >= 0xd800 && code < 0xf900)
  );
}

/** An apostrophe between letters belongs to the word, and so does a separator between digits. */
function joins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 39 || code === 0x2019) return isWordCode(text.charCodeAt(at + 1));
  return (
    (code === full || code === 44) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a word runs on as an address, a link or a domain. */
function isOpaque(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 64 || code === 0xff20) return true;
  if (code === 58) return text.charCodeAt(end + 1) === 47 && text.charCodeAt(end + 2) === 47;
  if (code !== full) return false;
  const next = text.charCodeAt(end + 1);
  return (next >= 97 && next <= 122) || isDigit(next);
}

/** Length of an elided article or pronoun at the beginning of a French word ("l'", "qu'"), else 0. */
function elision(text: string, start: number, end: number): number {
  for (const length of [1, 2]) {
    const code = text.charCodeAt(start + length);
    if (code !== 39 && code !== 0x2019) continue;
    if (end - start - length < 3) return 0;
    const first = text.slice(start, start + length);
    return length === 1 ? ("cdjlmnst".includes(first) ? 2 : 0) : first === "qu" ? 3 : 0;
  }
  return 0;
}

const abbreviations = new Set(
  "mr mrs ms dr st no nr inc ltd approx ca etc bzw inkl evtl ggf zzgl vs tel incl excl".split(" "),
);

function endsSentence(text: string, at: number, code: number, { words, ends }: Tokens): boolean {
  if (code !== full && code !== questionMark && code !== 33 && code !== 0x2026) return false;
  const next = text.charCodeAt(at + 1);
  if (next === code || (code === questionMark && next === 33)) return false;
  // A full stop may belong to an abbreviation or an initial.
  if (code === full && ends[ends.length - 1] === at) {
    const last = words[words.length - 1] ?? "";
    return last === "#" || (last.length > 1 && !abbreviations.has(last));
  }
  return true;
}

function endSentence({ words, starts, sentences }: Tokens, text: string, end: number, asks: boolean): void {
  const before = sentences[sentences.length - 1];
  const from = before?.to ?? 0;
  if (words.length === from) return;
  let start = starts[from] ?? 0;
  // What stands directly before the first word belongs to it, such as a currency's sign.
  while (start > (before?.end ?? 0) && text.charCodeAt(start - 1) > blank) start--;
  sentences.push({ start, end, from, to: words.length, asks });
}

function isBlankLine(text: string, at: number): boolean {
  while (at < text.length && text.charCodeAt(at) <= blank && text.charCodeAt(at) !== newline) at++;
  return at >= text.length || text.charCodeAt(at) === newline;
}
