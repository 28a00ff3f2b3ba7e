import type { AnswerSource } from "./answer-source.ts";
import { bankCases } from "./bank-cases.ts";
import { placeCases } from "./place-cases.ts";
import { sampleCases } from "./sample-cases.ts";

/** Each makes its texts and questions when it is called, and throws when its data is absent. */
export const answerSources: Readonly<Record<string, () => AnswerSource>> = {
  places: placeCases,
  bank: bankCases,
  sample: sampleCases,
};
