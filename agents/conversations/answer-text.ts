import { boundaryRule, bounded } from "#tools/data-boundaries.ts";
import type { AskConversationsOutput } from "./contract.ts";

type Citation = AskConversationsOutput["nearest"][number];

/** The answer for reading: what stands between marks was written by customers or colleagues, the answer's quotations too. */
export function answerText(output: AskConversationsOutput): string {
  return [
    ...(output.abstained ? notTold(output) : told(output)),
    `Searched ${output.searched.passages} texts in ${output.tried.length} searches; engine ${output.engine}.`,
    ...(output.searched.pending > 0
      ? [`${output.searched.pending} texts are not indexed yet and were not searched.`]
      : []),
    ...output.notes.map((note) => `Note: ${note}.`),
  ].join("\n");
}

function told({ sentences, confidence }: AskConversationsOutput): string[] {
  const numbers = new Map<string, number>();
  const sources: Citation[] = [];
  const numberOf = (citation: Citation) => {
    const key = idsOf(citation) + citation.quote;
    if (!numbers.has(key)) numbers.set(key, sources.push(citation));
    return numbers.get(key) ?? 0;
  };
  const lines = sentences.map(({ text, citations }) => `${text} [${citations.map(numberOf).join(", ")}]`);
  return [
    `Answer, checked against the texts it cites; confidence ${confidence.toFixed(2)}. ${boundaryRule}`,
    bounded(lines.join("\n")),
    "Sources:",
    ...sources.map((source, index) => `[${index + 1}] ${shown(source)}`),
  ];
}

function notTold({ nearest }: AskConversationsOutput): string[] {
  if (nearest.length === 0) return ["The records do not tell: nothing was found."];
  return [
    `The records do not tell. The nearest texts, which do not answer it, follow. ${boundaryRule}`,
    ...nearest.map(shown),
  ];
}

function shown(citation: Citation): string {
  const { kind, at, speaker, quote } = citation;
  return `${kind}, ${at.slice(0, 10)}, ${idsOf(citation)}\n${bounded(speaker ? `${speaker}: ${quote}` : quote)}`;
}

function idsOf({ message_id, conversation_id, article_id }: Citation): string {
  return [
    message_id && `message ${message_id}`,
    conversation_id && `conversation ${conversation_id}`,
    article_id && `article ${article_id}`,
  ]
    .filter(Boolean)
    .join(", ");
}
