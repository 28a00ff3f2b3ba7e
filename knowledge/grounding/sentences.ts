const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text, in order; a line break ends one too. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => joined([...segmenter.segment(line)].map(({ segment }) => segment)))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** "am 25. März", "2. Open the lid": the number of a day or of an item ends no sentence. */
function joined(segments: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    const isOne = last !== undefined && ((dayNumber.test(last) && month.test(segment)) || item.test(last));
    if (isOne) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim());
}

const dayNumber = /(?<![\d.,])\d{1,2}\.\s*$/;
const item = /^\s*\d{1,2}[.)]\s*$/;
const month =
  /^(?:jan|jän|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez|mar|may|oct|dec)\p{L}{0,7}(?![\p{L}])/iu;

/** The parts of a sentence between commas, semicolons and words that turn or join thoughts. */
export function clausesOf(sentence: string): string[] {
  return sentence
    .split(
      /[;:—–]|,(?!\d)|\b(?:but|however|although|though|while|whereas|because|aber|sondern|mais|pero|ma|maar)\b/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
