import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import type { ImportSummary } from "#knowledge/import/import-summary.ts";
import { textSource } from "#knowledge/import/source.ts";
import { refreshIndex } from "#knowledge/retrieval/index/refresh-index.ts";
import type { LocalSearch } from "./open-search.ts";
import type { RetrievalSet, SetConversation } from "./retrieval-set.ts";

export interface LoadParts {
  db: Database;
  local: LocalSearch;
  principal: Principal;
}

/**
 * Brings a set's texts into a workspace through the product's own import and makes them searchable.
 * @throws AppError INTERNAL when a text did not arrive: figures of a part would mislead.
 */
export async function loadSet(
  { db, local, principal }: LoadParts,
  { articles, conversations }: Pick<RetrievalSet, "articles" | "conversations">,
): Promise<void> {
  if (articles.length > 0) {
    whole(await importArticles(db, principal, textSource("articles.jsonl", lines(articles)), {}), articles);
  }
  if (conversations.length > 0) {
    const source = textSource("conversations.jsonl", lines(conversations));
    whole(await importConversations(db, principal, source, {}), conversations);
  }
  const { pending } = await refreshIndex({ db, spaces: local.spaces }, principal);
  if (pending > 0) throw new AppError("INTERNAL", `${pending} texts could not be made searchable.`);
}

/** The same messages, each a conversation of its own: what is left when no neighbour is indexed with them. */
export function withoutNeighbours(conversations: readonly SetConversation[]): SetConversation[] {
  return conversations.flatMap((conversation) =>
    conversation.messages.map((message) => ({ ...conversation, id: message.id, messages: [message] })),
  );
}

function whole({ imported, unchanged }: ImportSummary, wanted: readonly unknown[]): void {
  const arrived = imported + unchanged;
  if (arrived < wanted.length) {
    throw new AppError("INTERNAL", `Only ${arrived} of ${wanted.length} texts were imported.`);
  }
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}
