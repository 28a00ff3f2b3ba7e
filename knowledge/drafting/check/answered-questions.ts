import type { CommitmentKind } from "#core/domain/draft.ts";
import { detectLanguage } from "../../retrieval/lexical/analyse.ts";
import { findCommitments, placeholderPattern } from "./commitments/find-commitments.ts";
import { contentWords } from "./content-words.ts";

/** What a question wants told, by its words. */
const wants: readonly { asks: RegExp; kinds: readonly CommitmentKind[] }[] = [
  {
    asks: /\b(?:discount|rebate|cheaper|(?:better|lower|special) (?:price|offer|deal|terms|rate)s?|about the price|rabatt|nachlass|remise|descuento)/iu,
    kinds: ["discount"],
  },
  {
    asks: /\b(?:how much|what (?:does|do|would|will)\b.*\bcosts?|price|pricing|costs?|fee|charge|quote|kostet|kosten|preis|coûte|prix|tarif|cuesta|precio)\b/iu,
    kinds: ["price", "discount"],
  },
  {
    asks: /\b(?:refund|money back|reimburse|rückerstatt\w*|erstatt\w*|rembours\w*|reembols\w*)/iu,
    kinds: ["refund"],
  },
  {
    asks: /\b(?:how long|how soon|how fast|wie lange|combien de temps|cuánto tiempo|cuánto tarda)\b/iu,
    kinds: ["deadline", "date"],
  },
  {
    asks: /\b(?:when|what (?:day|date|time)|wann|quand|cuándo)\b/iu,
    kinds: ["date", "deadline", "availability"],
  },
  { asks: /\b(?:how many|wie viele|cuántos|cuántas)\b/iu, kinds: ["quantity"] },
];
const leastShare = 0.4;

/** A sentence that stands in the draft, as an answer. */
export interface Answer {
  text: string;
  /** Its own words and those of what it cites. */
  support: string;
}

export interface AnsweredQuestion {
  text: string;
  answered: boolean;
  /** A placeholder stands for the answer: whoever approves will give it. */
  toFill: boolean;
}

/**
 * Which questions the statements of a draft answer: one that tells what kind of thing is asked for (a price, a day …) about the
 * same thing, or else one that shares two fifths of the question's content words.
 */
export function answerQuestions(
  questions: readonly string[],
  answers: readonly Answer[],
): AnsweredQuestion[] {
  return questions.map((text) => {
    const language = detectLanguage(text);
    const asked = contentWords(text, language).filter((word) => !asking.has(word));
    const wanted = wants.find(({ asks }) => asks.test(text))?.kinds;
    const fitting = answers.filter((answer) => {
      const words = new Set(contentWords(answer.support, language));
      const shared = asked.filter((word) => words.has(word)).length;
      const isNear =
        asked.length === 0 ||
        shared >= Math.max(1, asked.length * leastShare) ||
        (shared > 0 && saysYesOrNo(text, answer.text));
      return wanted
        ? tells(answer.text, wanted) && (isNear || asked.length <= 1 || shared > 0)
        : isNear && asked.length > 0;
    });
    const toFill = fitting.some((answer) => isOpen(answer.text));
    return { text, answered: fitting.some((answer) => !isOpen(answer.text)), toFill };
  });
}

const yesOrNo =
  /^(?:(?:and|also|so|hi|hello|und|et|y)[,\s]+|[¿\s]+)*(?:can|could|do|does|did|is|are|will|would|has|have|may|kann|können|könnte\p{L}*|ist|sind|gibt|haben|hat|bieten|passt|est-ce|peut|pouvez|avez|y a-t-il|puede|pueden|tiene|tienen|hay|es|se puede)(?![\p{L}])/iu;
const saysSo =
  /^(?:yes|no|ja|nein|oui|non|sí|we (?:can|do|are|have)|you (?:can|may)|it (?:can|does|is)|wir können|sie können|nous pouvons|vous pouvez|podemos|puede)(?![\p{L}])/iu;

/** "Can the portal talk to SAP?" is answered by "We can connect to SAP.": a yes or no about one of the things that are asked for. */
function saysYesOrNo(question: string, answer: string): boolean {
  return (
    yesOrNo.test(question.trim()) &&
    saysSo.test(answer.trim()) &&
    namesIn(question).every((name) => answer.includes(name))
  );
}

/** Names and abbreviations, but for the word that begins the question. */
function namesIn(question: string): string[] {
  return [...question.matchAll(/(?<=[\p{L}\d,] )\p{Lu}{2,}[\p{L}\d]*/gu)].map(([name]) => name);
}

const asking = new Set([
  "much",
  "long",
  "mani",
  "soon",
  "possibl",
  "send",
  "email",
  "mail",
  "know",
  "ask",
  "wonder",
  "us",
]);

function isOpen(text: string): boolean {
  return text.match(placeholderPattern) !== null;
}

function tells(text: string, kinds: readonly CommitmentKind[]): boolean {
  const open = [...text.matchAll(placeholderPattern)].map(([, kind = ""]) => kind.toLowerCase());
  return (
    kinds.some((kind) => open.includes(kind)) ||
    findCommitments(text, null).some(({ kind }) => kinds.includes(kind))
  );
}
