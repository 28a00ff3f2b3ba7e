import { analyse } from "../retrieval/lexical/analyse.ts";
import type { Language } from "../retrieval/lexical/language.ts";
import { sentencesOf } from "./sentences.ts";

const windowSize = 3;

export interface Coverage {
  /** 0–1. */
  coverage: number;
  /** The neighbouring sentences that hold most of the words; what tells best. */
  window: string;
}

/**
 * Share of the tokens that stand in the best run of up to three neighbouring sentences, shorter runs first. Words in another
 * order count by half: "Bob paid Jane" is not "Jane paid Bob".
 */
export function coverageOf(tokens: readonly string[], evidence: string, language: Language): Coverage {
  if (tokens.length === 0) return { coverage: 1, window: "" };
  const { header, body } = withoutHeader(evidence);
  const sentences = sentencesOf(body);
  const frame = new Set(analyse(header, language).tokens);
  let best: Coverage = { coverage: -1, window: "" };
  const analysed = sentences.map((sentence) => analyse(sentence, language).tokens);
  for (let size = 1; size <= windowSize; size++) {
    for (let start = 0; start + size <= Math.max(sentences.length, 1); start++) {
      const words = analysed.slice(start, start + size).flat();
      const coverage = shareOf(tokens, words, frame);
      if (coverage > best.coverage + 1e-9)
        best = { coverage, window: sentences.slice(start, start + size).join("\n") };
    }
  }
  return { ...best, coverage: Math.max(0, best.coverage) };
}

/** A first line that says who spoke belongs to every sentence that follows. */
function withoutHeader(evidence: string): { header: string; body: string } {
  const [first = "", ...lines] = evidence.split("\n");
  const isHeader = lines.length > 0 && /\b(?:wrote|said|noted|says):$/.test(first);
  return isHeader ? { header: first, body: lines.join("\n") } : { header: "", body: evidence };
}

function shareOf(tokens: readonly string[], words: readonly string[], frame: ReadonlySet<string>): number {
  const known = new Set(words);
  const held = tokens.filter((token) => known.has(token));
  const framed = tokens.filter((token) => !known.has(token) && frame.has(token));
  const inOrder = longestCommon(held, words);
  return (framed.length + (held.length + inOrder) / 2) / tokens.length;
}

/** Length of the longest common subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, index) => {
      const [left = 0, above = 0, corner = 0] = [next[index], row[index + 1], row[index]];
      next.push(word === other ? corner + 1 : Math.max(left, above));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
