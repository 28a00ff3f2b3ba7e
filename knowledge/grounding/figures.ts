import { analyse } from "../retrieval/lexical/analyse.ts";

/** A number as it counts: its value without grouping, its unit (% $ € £ am pm or none) and the words around it. */
export interface Figure {
  value: string;
  unit: string;
  /** The word right behind it; empty before punctuation. */
  of: string;
  /** Beginnings of the few words before and behind it. */
  near: string[];
}

export interface Figures {
  /** `05-03`, or `2025-05-03` with its year. */
  dates: string[];
  numbers: Figure[];
  /** Words that mix letters and digits, such as order numbers, in small letters. */
  codes: string[];
}

/** Reads every date, number and code of a text: 1,000 is 1000, $5k is 5000 $, "3rd of May" is 05-03. */
export function figuresOf(text: string): Figures {
  const dates: string[] = [];
  let rest = text
    .normalize("NFKC")
    .replace(numberWord, (word) => numberWords.get(word.toLowerCase()) ?? word);
  for (const { pattern, read } of dateForms) {
    rest = rest.replace(pattern, (...match) => {
      dates.push(read(match as string[]));
      return " ; ";
    });
  }
  const numbers: Figure[] = [];
  rest = rest.replace(amount, (...match) => {
    numbers.push(toFigure(match as string[], around(match)));
    return " ";
  });
  const codes = rest.match(/[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*/gu) ?? [];
  return { dates, numbers, codes: codes.filter((code) => /\d/.test(code)).map((code) => code.toLowerCase()) };
}

/** The first figure that the claim has and the evidence lacks, as words; undefined when all are there. */
export function missingFigure(claim: Figures, evidence: Figures): string | undefined {
  const date = claim.dates.find((day) => !evidence.dates.some((known) => known.endsWith(day)));
  if (date) return `the date ${date}`;
  const number = claim.numbers.find((figure) => !evidence.numbers.some((known) => agrees(figure, known)));
  if (number) return `the number ${number.value}${number.unit}`;
  const code = claim.codes.find((name) => !evidence.codes.includes(name));
  return code && `the code ${code}`;
}

function agrees(claim: Figure, evidence: Figure): boolean {
  return (
    claim.value === evidence.value &&
    (claim.unit === "" || claim.unit === evidence.unit) &&
    (countsNothing(claim) || evidence.near.includes(beginningOf(claim.of)))
  );
}

/** A year, an amount with its unit, or a number before a small word. */
function countsNothing({ value, unit, of }: Figure): boolean {
  return unit !== "" || /^(?:19|20)\d\d$/.test(value) || of.length < 4 || analyse(of).tokens.length === 0;
}

function beginningOf(word: string): string {
  return word.toLowerCase().slice(0, 4);
}

/** From the arguments of a replacer: what was matched, its groups, its place and the whole text. */
function around(match: readonly unknown[]): string[] {
  const [found, text, place] = [String(match[0]), String(match.at(-1)), Number(match.at(-2))];
  const words = (part: string) => part.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const before = words(text.slice(Math.max(0, place - 60), place)).slice(-3);
  const behind = words(text.slice(place + found.length, place + found.length + 80)).slice(0, 5);
  return [...before, ...behind].map(beginningOf);
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const day = "(\\d{1,2})(?:st|nd|rd|th)?\\b";

const dateForms: readonly { pattern: RegExp; read: (match: string[]) => string }[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, read: ([, y, m, d]) => `${y}-${m}-${d}` },
  {
    pattern: new RegExp(`\\b${day}(?: of)? ${month}(?:,? (\\d{4})\\b)?`, "gi"),
    read: ([, d = "", m = "", y]) => toDay(y, m, d),
  },
  {
    pattern: new RegExp(`\\b${month} ${day}(?:,? (\\d{4})\\b)?`, "gi"),
    read: ([, m = "", d = "", y]) => toDay(y, m, d),
  },
];

function toDay(year: string | undefined, name: string, d: string): string {
  const m = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const known = `${String(m).padStart(2, "0")}-${d.padStart(2, "0")}`;
  return year ? `${year}-${known}` : known;
}

const amount =
  /(?<![\p{L}\p{N}_]|\p{L}-)(?:([$€£])\s?)?(\d+(?:[.,:]\d+)*)(?:\s?(k|m|bn|thousand|million|billion)\b)?(?:\s?(%|percent\b|per cent\b|prozent\b|dollars?\b|usd\b|euros?\b|eur\b|pounds?\b|gbp\b|€|£|\$|[ap]\.?m\b\.?))?(?![\p{L}\p{N}])(?=(?:\s+(\p{L}[\p{L}\p{M}]*))?)/giu;

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

function toFigure(
  [, sign = "", digits = "", scale = "", unit = "", of = ""]: string[],
  near: string[],
): Figure {
  const factor = scales[scale.toLowerCase()];
  const plain = withoutGrouping(digits);
  const value = /^\d+(\.\d+)?$/.test(plain) ? String(Number(plain) * (factor ?? 1)) : plain;
  return { value, unit: sign || unitOf(unit.toLowerCase()), of: of.toLowerCase(), near };
}

/** 1,000.5 and 1.000,5 are the same number; 1.5 and 10:30 stay. */
function withoutGrouping(digits: string): string {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(",", "");
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
  return /^\d+,\d+$/.test(digits) ? digits.replace(",", ".") : digits;
}

function unitOf(unit: string): string {
  if (/^(%|per|proz)/.test(unit)) return "%";
  if (/^(dollar|usd|\$)/.test(unit)) return "$";
  if (/^(eur|€)/.test(unit)) return "€";
  if (/^(pound|gbp|£)/.test(unit)) return "£";
  return unit.replaceAll(".", "");
}

/** "One" is left out: it mostly stands for a thing, not a number. */
const numberWords = new Map(
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, index) => [word, String(index + 2)] as const)
    .concat([
      ["thirty", "30"],
      ["forty", "40"],
      ["fifty", "50"],
      ["sixty", "60"],
      ["ninety", "90"],
      ["hundred", "100"],
    ]),
);
const numberWord = new RegExp(`\\b(?:${[...numberWords.keys()].join("|")})\\b`, "gi");
