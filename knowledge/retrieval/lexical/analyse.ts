import { type Language, languages } from "./language.ts";
import { stopWords } from "./stop-words.ts";
import { termsOf } from "./term-of.ts";
import { splitText } from "./tokenise.ts";

/**
 * Makes the terms of any text: folded, stop words removed, stemmed, in order.
 * @param language absent: detected.
 */
export function analyse(text: string, language: Language = detectLanguage(text)) {
  const tokens: string[] = [];
  for (const piece of splitText(text)) {
    for (const term of termsOf(piece, language)) tokens.push(term);
  }
  return { language, tokens };
}

type Stemmed = (typeof languages)[number];

/** Letters that few languages have, each worth as much as a stop word of its own. */
const letters: readonly (readonly [RegExp, readonly Stemmed[]])[] = [
  [/ß/g, ["german"]],
  [/[äö]/g, ["german", "swedish", "finnish"]],
  [/ü/g, ["german"]],
  [/å/g, ["swedish", "danish", "norwegian"]],
  [/[æø]/g, ["danish", "norwegian"]],
  [/[ñ¿¡]/g, ["spanish"]],
  [/[ãõ]/g, ["portuguese"]],
  [/[êèœ]|\b(?:qu|[dlj])['’]/g, ["french"]],
  [/[ìò]|\bdell['’]/g, ["italian"]],
  [/ij|\bzijn\b/g, ["dutch"]],
];

const latin = /\p{Script=Latin}/gu;
const anyLetter = /\p{L}/gu;
const ascii = /^[\0-\x7f]*$/;
const sampled = 800;

/** What can be met in a text of ASCII alone; the others ask for letters beyond it. */
const asciiLetters = letters.filter(([letter]) => "dell' l' ij".match(letter));

/** Places in `languages`, by word: the languages that have it as a stop word. */
const speakers = new Map<string, number[]>();
for (const [place, language] of languages.entries()) {
  for (const word of stopWords[language]) speakers.set(word, [...(speakers.get(word) ?? []), place]);
}
const hearers = new Map(letters.map(([letter, heard]) => [letter, heard.map(placeOf)]));

function placeOf(language: Stemmed): number {
  return languages.indexOf(language);
}

/** The language of a text by its stop words and letters; English when they do not tell, "other" for other scripts. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, sampled).normalize("NFC").toLowerCase();
  const plain = ascii.test(sample);
  if (!plain && !isLatin(sample)) return "other";
  const evidence = { scores: new Float64Array(languages.length), signs: new Float64Array(languages.length) };
  for (const spoken of new Set(sample.match(plain ? asciiWord : word))) {
    const heard = speakers.get(spoken);
    if (heard) count(evidence, heard, 1);
  }
  for (const [letter] of plain ? asciiLetters : letters) {
    const times = Math.min(3, sample.match(letter)?.length ?? 0);
    if (times > 0) count(evidence, hearers.get(letter) ?? [], times);
  }
  return strongest(evidence);
}

const word = /\p{L}+/gu;
const asciiWord = /[a-z]+/g;

/** By place in `languages`. */
interface Evidence {
  scores: Float64Array;
  signs: Float64Array;
}

function count({ scores, signs }: Evidence, heard: readonly number[], times: number): void {
  for (const place of heard) {
    scores[place] = (scores[place] ?? 0) + times / heard.length;
    signs[place] = (signs[place] ?? 0) + times;
  }
}

/** Another language than English needs two signs, and more than words that several languages share. */
function strongest({ scores, signs }: Evidence): Language {
  let best: Language = "english";
  let most = Math.max(0.8, (scores[placeOf("english")] ?? 0) * 1.1);
  for (const [place, language] of languages.entries()) {
    const score = scores[place] ?? 0;
    if (score > most && (signs[place] ?? 0) >= 2) [best, most] = [language, score];
  }
  return best;
}

function isLatin(sample: string): boolean {
  const letterCount = sample.match(anyLetter)?.length ?? 0;
  return (sample.match(latin)?.length ?? 0) >= letterCount / 2;
}
