import type { PassageHit } from "#core/domain/passage.ts";
import type { Grade, ReaderCall } from "#core/reader.ts";
import { passageTerms, questionWords, rarity } from "./question-words.ts";

/**
 * Grades passages by how much of the question each covers: the share of its content words, weighted by how rare they are among
 * the passages. A word that no passage has counts most: had the records known it, the search would have brought it up.
 */
export function gradePassages({
  question,
  history,
  passages,
}: ReaderCall & { passages: readonly PassageHit[] }): Grade[] {
  const words = [...questionWords(question, history)];
  const sets = passages.map(passageTerms);
  const rare = rarity(sets);
  const total = words.reduce((sum, [word, weight]) => sum + weight * rare(word), 0);
  return passages.map(({ no }, index) => {
    const covered = words.reduce(
      (sum, [word, weight]) => sum + (sets[index]?.has(word) ? weight * rare(word) : 0),
      0,
    );
    return { no, relevance: total === 0 ? 0 : covered / total };
  });
}
