import type { DraftSentence } from "#core/domain/draft.ts";

/**
 * A reply's sentences as a text: the greeting and the closing stand alone, sentences that rest on the same sources form a paragraph.
 */
export function layOut(sentences: readonly DraftSentence[]): string {
  let text = "";
  sentences.forEach(({ text: line, citations }, index) => {
    const before = sentences[index - 1];
    if (before === undefined) text = line;
    else text += between(before, { text: line, citations }, index === sentences.length - 1) + line;
  });
  return text.trim();
}

function between(before: DraftSentence, next: DraftSentence, isLast: boolean): string {
  const isGreeting = /[,:]$/.test(before.text.trim()) && before.citations.length === 0;
  const isClosing = isLast && next.citations.length === 0 && !/[.?!)\]]$/.test(next.text.trim());
  if (isGreeting || isClosing) return "\n\n";
  const isSame = before.citations.some((id) => next.citations.includes(id));
  return isSame || (before.citations.length === 0 && next.citations.length === 0) ? " " : "\n\n";
}
