import { passesLuhn } from "./check-digits.ts";
import { cueReader } from "./cues.ts";
import type { Candidate } from "./personal-data.ts";

const digitWords = [
  "zero|oh|o|nought|null|zéro|cero|nul",
  "one|eins|ein|un|uno|une|een",
  "two|zwei|zwo|deux|dos|due|twee",
  "three|drei|trois|tres|tre|drie",
  "four|vier|quatre|cuatro|quattro",
  "five|fünf|cinq|cinco|cinque|vijf",
  "six|sechs|seis|sei|zes",
  "seven|sieben|sept|siete|sette|zeven",
  "eight|acht|huit|ocho|otto",
  "nine|neun|neuf|nueve|nove|negen",
];
const teens =
  "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante";
const times: Readonly<Record<string, number>> = {
  double: 2,
  triple: 3,
  doppel: 2,
  dreifach: 3,
  doble: 2,
  hundred: 2,
};
const values = new Map(
  digitWords.flatMap((words, value) =>
    words.split("|").map((word): [string, string] => [word, String(value)]),
  ),
);
for (const word of teens.split("|")) values.set(word, "10");

const word = [...values.keys(), ...Object.keys(times), "plus", String.raw`\d{1,4}`].join("|");
const runs = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${word})(?:[ ,;.…-]{1,4}(?:${word})(?![\p{L}\d])){4,40}`,
  "giu",
);

const nearest = cueReader([
  { means: "card", words: "card|karte|carte|tarjeta|visa|mastercard|amex" },
  { means: "ssn", words: "social(?: security)?|ssn|passport|id number|licen[cs]e|tax" },
  { means: "account", words: "account|routing|sort code|iban|konto|compte|cuenta|customer number|member" },
  {
    means: "phone",
    words:
      "phone|mobile|cell|number|call|reach|dial|ring|text|telefon|handy|mobil|nummer|anrufen|numéro|téléphone|portable|número|teléfono|móvil|fax|whatsapp",
  },
]);

/** Numbers that are said word by word ("oh two oh, seven nine …"), as transcripts have them, English, German, French, Spanish and more. */
export function findSpokenNumbers(text: string, kind: "card" | "ssn" | "account" | "phone"): Candidate[] {
  return [...text.matchAll(runs)].flatMap((match) => {
    const words = match[0].split(/[ ,;.…-]+/);
    if (words.filter((each) => /\p{L}/u.test(each)).length < 5) return [];
    const digits = digitsOf(words);
    const stretch = { from: match.index, to: match.index + match[0].length };
    const cue = nearest(text, stretch)?.means;
    if (digits.length < (cue ? 5 : 7)) return [];
    const meant = digits.length >= 13 && passesLuhn(digits) ? "card" : (cue ?? "phone");
    return meant === kind ? [{ ...stretch, certainty: cue ? 0.85 : 0.6 }] : [];
  });
}

function digitsOf(words: readonly string[]): string {
  let repeat = 1;
  let digits = "";
  for (const each of words) {
    const word = each.toLowerCase();
    const value = values.get(word) ?? (/^\d+$/.test(word) ? word : "");
    digits += value.repeat(value ? repeat : 0);
    repeat = times[word] ?? 1;
  }
  return digits;
}
