import type { DraftSentence } from "#core/domain/draft.ts";
import { sentencesOf } from "../../grounding/sentences.ts";

const greetingFirst =
  /^((?:hi|hello|hey|dear|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|bonjour|hola)\b[^,.!?\n]{0,50}[,!])\s+(?=\S)/iu;

/** What a writer gave, as sentences one by one: a promise must not hide behind a greeting. Courtesies of several lines stay whole. */
export function splitSentences(
  given: readonly DraftSentence[],
  isCourtesy: (text: string) => boolean,
): string[] {
  return given.flatMap(({ text }) => {
    const whole = text.trim();
    if (whole === "" || isCourtesy(whole)) return whole === "" ? [] : [whole];
    const [head, greeting] = greetingFirst.exec(whole) ?? [];
    const rest = sentencesOf(head === undefined ? whole : whole.slice(head.length));
    return greeting === undefined ? rest : [greeting, ...rest];
  });
}
