import type { PassageHit } from "#core/domain/passage.ts";

/** The set's ids of what was found, best first: a long text that was found in several parts counts once. */
export function documentIds(hits: readonly PassageHit[]): string[] {
  return [...new Set(hits.map(documentId))];
}

/** The set's id of the article or message that a passage was taken from. */
export function documentId({ articleExternalId, messageExternalId }: PassageHit): string {
  if (articleExternalId !== null) return articleExternalId;
  // "message:" and the ids of the conversation and of the message, as JSON.
  const [, message]: unknown[] = JSON.parse((messageExternalId ?? "").replace(/^message:/, "") || "[]");
  return String(message ?? "");
}
