import type { Candidate } from "./personal-data.ts";

/** Parts of names that are also everyday words: only a capital letter makes them names. */
const everyday = new Set(
  "will may mark grace hope long best bill rich art sue pat rob ray max drew chase grant frank jack faith joy dawn april june august summer young king page price black white brown green gray grey stone wood woods field fields hill hall park parks banks bush rose lane ford cook baker day way case good great small little short strong wise bright sharp still more rice bean love hunter miller an on do so an van in to les bell cash chance christian carol dean earl guy harry ivy jay jean jimmy lee marina mercy miles norm olive penny pierce robin rusty sandy skip sterling stew tad trip ward wade weaver wells west north east winter fisher fox wolf bird klein gross lang kurz braun schwarz weiss koch jung alt neu fromm stark ernst petit grand blanc noir roux legrand martin nice an no go he me we is by so".split(
    " ",
  ),
);
/** Small words within names: they belong to one only beside another part. */
const joining = new Set(
  "van von der den de del della di da dos das du la le el al bin ibn ben ter ten zu zur mac mc san st y e".split(
    " ",
  ),
);
const titles = new Set(
  "mr mrs ms miss mx dr prof professor herr frau mme mlle monsieur madame sir sr sra jr ii iii phd msc ing dipl".split(
    " ",
  ),
);
const withoutBlanks = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u;
const words = /[\p{L}\p{M}\d]+/gu;
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

interface Word extends Candidate {
  key: string;
  isCapital: boolean;
  is: "part" | "beside" | "none";
}

/**
 * People's names that are known, whole or any part of them, in any order, with initials, without regard to case or
 * accents, with the endings that languages put to names; "ü" and "ue" are one. A part that is also an everyday word
 * counts with a capital letter only.
 */
export function findKnownNames(text: string, known: readonly string[]): Candidate[] {
  const parts = new Set<string>();
  const initials = new Set<string>();
  const beside = new Set<string>();
  const unspaced: string[] = [];
  for (const name of known) {
    const keys = (name.match(words) ?? []).map(fold).filter((key) => !titles.has(key));
    for (const part of name.match(words) ?? [])
      if (withoutBlanks.test(part) && part.length > 1) unspaced.push(part);
    const strong = keys.filter((key) => key.length > 1 && !joining.has(key));
    for (const key of strong) parts.add(key).add(withoutUmlaut(key));
    for (const key of keys) {
      initials.add(key.slice(0, 1));
      if (key.length === 1 || joining.has(key)) beside.add(key);
    }
    // A handle such as "adabyron" or "abyron".
    if (strong.length > 1) {
      parts.add(strong.join(""));
      const [first = "", last = ""] = [strong[0], strong.at(-1)];
      if (last.length > 3) parts.add(first.slice(0, 1) + last);
    }
  }
  return [...joined(text, marked(text, { parts, beside, initials })), ...findUnspaced(text, unspaced)];
}

interface Keys {
  parts: ReadonlySet<string>;
  beside: ReadonlySet<string>;
  initials: ReadonlySet<string>;
}

function marked(text: string, { parts, beside, initials }: Keys): Word[] {
  if (parts.size === 0) return [];
  return [...text.matchAll(words)].map(({ 0: word, index }) => {
    const key = fold(word);
    const isCapital = /^\p{Lu}/u.test(word);
    const isPart =
      (holds(parts, key) && (isCapital || !needsCapital(key))) || (isCapital && hasEnding(key, parts));
    const isBeside = beside.has(key) || (key.length === 1 && initials.has(key) && isCapital);
    const is = isPart && !isVerb(text, word, index) ? "part" : isBeside ? "beside" : "none";
    return {
      from: index,
      to: index + word.length,
      certainty: needsCapital(key) ? 0.7 : 0.9,
      key,
      isCapital,
      is,
    };
  });
}

function holds(parts: ReadonlySet<string>, key: string): boolean {
  return parts.has(key) || parts.has(withoutUmlaut(key));
}

function needsCapital(key: string): boolean {
  return everyday.has(key) || key.length < 3;
}

/** "Will you", "May I": no name. */
function isVerb(text: string, word: string, at: number): boolean {
  return (
    /^(?:Will|May)$/.test(word) &&
    /^\s(?:you|we|i|it|they|the|this|that|there|he|she|your|our)\b/i.test(
      text.slice(at + word.length, at + word.length + 8),
    )
  );
}

/** Genitives and cases: "Müllers", "Kowalskiego", "Virtasen". */
function hasEnding(key: string, parts: ReadonlySet<string>): boolean {
  for (let cut = 1; cut <= 3 && key.length - cut >= 4; cut++) {
    const stem = key.slice(0, -cut);
    if (
      holds(parts, stem) &&
      !everyday.has(stem) &&
      (cut > 1 || /[aeiosuymn]$/.test(key) || key.endsWith("s"))
    )
      return true;
  }
  return false;
}

/** Parts that stand together as one stretch, with initials and small words between or beside them. */
function joined(text: string, marks: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < marks.length; at++) {
    const word = marks[at];
    if (word?.is !== "part") continue;
    let [first, last] = [at, at];
    while (belongs(text, marks[first - 1], marks[first]) && first > 0) first--;
    while (belongs(text, marks[last], marks[last + 1], true)) last++;
    const from = Math.max(marks[first]?.from ?? word.from, found.at(-1)?.to ?? 0);
    found.push({ from, to: marks[last]?.to ?? word.to, certainty: word.certainty });
    at = last;
  }
  return found;
}

function belongs(text: string, left: Word | undefined, right: Word | undefined, forwards = false): boolean {
  const other = forwards ? right : left;
  if (!left || !right || other?.is === "none") return false;
  return /^(?:[ .'’-]{0,3}|, {0,2})$/.test(text.slice(left.to, right.from)) && right.from - left.to < 4;
}

function findUnspaced(text: string, names: readonly string[]): Candidate[] {
  return names.flatMap((name) => {
    const found: Candidate[] = [];
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
      found.push({ from: at, to: at + name.length, certainty: 0.9 });
    return found;
  });
}

/** "muller" is how "Müller" folds, and "mueller" how it is often written: both become the first. */
function withoutUmlaut(key: string): string {
  return key.replace(/([aou])e/g, "$1");
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
