import { sentencesOf } from "../../grounding/sentences.ts";

const easy = 40;
const hard = 70;

/** 1 for texts as easy as fiction, 0 for such as law: LIX (Björnsson, 1968), words per sentence plus percentage of words over six letters. */
export function readability(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = sentencesOf(text).length;
  if (words.length === 0 || sentences === 0) return 0;
  const long = words.filter((word) => word.length > 6).length;
  const lix = words.length / sentences + (100 * long) / words.length;
  return Math.min(1, Math.max(0, (hard - lix) / (hard - easy)));
}
