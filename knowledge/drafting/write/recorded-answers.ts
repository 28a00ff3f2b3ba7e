import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import { detectLanguage } from "../../retrieval/lexical/analyse.ts";
import { asksForField, asksOwn } from "./asks-for-field.ts";

const most = 2;

/** What the contact's record tells of a question about themselves: the fields whose names it asks for most exactly. */
export function recordedAnswers(question: string, sources: readonly DraftSource[]): DraftSentence[] {
  if (!asksOwn(question)) return [];
  const language = detectLanguage(question);
  return sources
    .flatMap((source) => {
      if (source.kind !== "record" || source.title === null) return [];
      const value = source.text.slice(source.title.length + 1).trim();
      const weight = value === "" ? 0 : asksForField(question, source.title);
      return weight > 0 ? [{ source, weight, text: told(source.title, value, language) }] : [];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ weight }, _, [best]) => weight === best?.weight)
    .slice(0, most)
    .map(({ source, text }) => ({ text, citations: [source.id] }));
}

/** "Warranty until" and "Seats" make no sentence with "is". */
const noSubject = /(?:\b(?:until|till|since|from|by|per|of|at|to)|[^s'u]s)$/i;

function told(label: string, value: string, language: string): string {
  if (language !== "english" && language !== "other") return `${label}: ${value}.`;
  return noSubject.test(label)
    ? `Your ${label.toLowerCase()}: ${value}.`
    : `Your ${label.toLowerCase()} is ${value}.`;
}
