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

/** Letters that few languages have, each worth as much as a stop word of its own. */
const letters: readonly (readonly [RegExp, readonly Language[]])[] = [
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

const speakers = new Map<string, Language[]>();
for (const language of languages) {
  for (const word of stopWords[language]) speakers.set(word, [...(speakers.get(word) ?? []), language]);
}

/** The language of a text by its stop words and letters; English when they do not tell, "other" for other scripts. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, sampled).normalize("NFC").toLowerCase();
  if (!ascii.test(sample) && !isLatin(sample)) return "other";
  const evidence = new Map<Language, { score: number; signs: number }>();
  const count = (heard: readonly Language[], times: number) => {
    for (const language of times > 0 ? heard : []) {
      const { score, signs } = evidence.get(language) ?? { score: 0, signs: 0 };
      evidence.set(language, { score: score + times / heard.length, signs: signs + times });
    }
  };
  for (const word of new Set(sample.match(/\p{L}+/gu))) count(speakers.get(word) ?? [], 1);
  for (const [letter, heard] of letters) count(heard, Math.min(3, sample.match(letter)?.length ?? 0));
  return strongest(evidence);
}

/** Another language than English needs two signs, and more than words that several languages share. */
function strongest(evidence: ReadonlyMap<Language, { score: number; signs: number }>): Language {
  let best: Language = "english";
  let most = Math.max(0.8, (evidence.get("english")?.score ?? 0) * 1.1);
  for (const language of languages) {
    const { score, signs } = evidence.get(language) ?? { score: 0, signs: 0 };
    if (score > most && signs >= 2) [best, most] = [language, score];
  }
  return best;
}

function isLatin(sample: string): boolean {
  const letterCount = sample.match(anyLetter)?.length ?? 0;
  return (sample.match(latin)?.length ?? 0) >= letterCount / 2;
}
