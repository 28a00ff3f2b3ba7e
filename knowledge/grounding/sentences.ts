const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text, in order; a line break ends one too. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The parts of a sentence between commas, semicolons and words that turn or join thoughts. */
export function clausesOf(sentence: string): string[] {
  return sentence
    .split(
      /[;:—–]|,(?!\d)|\b(?:but|however|although|though|while|whereas|because|aber|sondern|mais|pero|ma|maar)\b/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
