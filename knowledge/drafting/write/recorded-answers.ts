import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";

const most = 2;
/** A question about the writer's own record says whose it is. */
const own =
  /\b(?:my|our|mine|i|we|me|us|mein\p{L}*|unser\p{L}*|mon|ma|mes|notre|nos|mi|mis|nuestr\p{L}*)\b/iu;
/** What stands before the name of a field that is asked for. */
const asking =
  "(?:my|our|which|what|what's|the|mein\\p{L}*|unser\\p{L}*|welche\\p{L}*|mon|ma|notre|quel\\p{L}*|mi|nuestr\\p{L}*|qué|cuál)";

/** What the contact's record tells of a question about themselves: fields whose whole name the question has. */
export function recordedAnswers(question: string, sources: readonly DraftSource[]): DraftSentence[] {
  if (!own.test(question)) return [];
  const language = detectLanguage(question);
  const asked = new Set(analyse(question, language).tokens);
  return sources
    .flatMap((source) => {
      if (source.kind !== "record" || source.title === null) return [];
      const words = analyse(source.title, language).tokens;
      const value = source.text.slice(source.title.length + 1).trim();
      const isAsked =
        words.length > 0 &&
        value !== "" &&
        words.every((word) => asked.has(word)) &&
        isNamed(source.title, question);
      return isAsked ? [{ source, weight: words.length, text: told(source.title, value, language) }] : [];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ weight }, _, [best]) => weight === best?.weight)
    .slice(0, most)
    .map(({ source, text }) => ({ text, citations: [source.id] }));
}

/** "Our delivery date", "which phone": not "a phone call" or "by email". */
function isNamed(title: string, question: string): boolean {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .trim()
    .replace(/\s+/g, "\\s+");
  return new RegExp(`(?<!\\p{L})${asking}(?:\\s+(?:current|own|exact))?\\s+${name}(?!\\p{L})`, "iu").test(
    question,
  );
}

function told(label: string, value: string, language: string): string {
  if (language !== "english" && language !== "other") return `${label}: ${value}.`;
  return `Your ${label.toLowerCase()} is ${value}.`;
}
