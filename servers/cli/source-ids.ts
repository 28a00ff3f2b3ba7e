import type { PassageHit } from "#core/domain/passage.ts";

/** What a passage was taken from, by the ids that its file gave; a message without one is named by its place, from 1. */
export interface SourceIds {
  message?: string | number;
  conversation?: string;
  article?: string;
}

type Source = Pick<PassageHit, "messageExternalId" | "conversationExternalId" | "articleExternalId">;

/** Names a passage's message, conversation or article as whoever imported it knows it. */
export function sourceIds(hit: Source): SourceIds {
  const {
    messageExternalId: message,
    conversationExternalId: conversation,
    articleExternalId: article,
  } = hit;
  return {
    ...(message !== null && { message: idInFile(message) }),
    ...(conversation !== null && { conversation }),
    ...(article !== null && { article }),
  };
}

/** Undoes what the importers put around an id: `message:["conversation","id"]`, `id:…`; a row without an id keeps its made-up name. */
function idInFile(externalId: string): string | number {
  if (externalId.startsWith("id:")) return externalId.slice("id:".length);
  if (!externalId.startsWith("message:")) return externalId;
  try {
    const [, id] = JSON.parse(externalId.slice("message:".length));
    return typeof id === "string" || typeof id === "number" ? id : externalId;
  } catch {
    return externalId;
  }
}
