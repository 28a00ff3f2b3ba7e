import type { Principal } from "#core/principal.ts";
import { type ArticleRecord, articleDrafts } from "../../conversations/article-drafts.ts";
import type { MessageRecord } from "../../conversations/message-record.ts";
import type { PassageDraft } from "../../conversations/passage-draft.ts";
import { passageDrafts } from "../../conversations/passage-drafts.ts";
import type { Transaction } from "../../db/database.ts";
import { isoOf, loadMessages } from "./load-messages.ts";
import { idsOf, type QueuedSource } from "./queued-sources.ts";

/** The passages that sources should have, and the interactions that they were made from. */
export interface LoadedDrafts {
  drafts: PassageDraft[];
  interactionIds: string[];
}

/** Makes the passages that sources should have now; sources that are gone should have none. */
export async function loadDrafts(
  tx: Transaction,
  principal: Principal,
  sources: readonly QueuedSource[],
): Promise<LoadedDrafts> {
  const messages = await loadMessages(tx, principal, sources);
  const articles = await loadArticles(tx, principal, idsOf(sources, "article"));
  const groups = Map.groupBy(messages, (message: MessageRecord) => message.conversationId ?? message.id);
  return {
    drafts: [...[...groups.values()].flatMap(passageDrafts), ...articles.flatMap(articleDrafts)],
    interactionIds: messages.map(({ id }) => id),
  };
}

async function loadArticles(tx: Transaction, principal: Principal, ids: string[]): Promise<ArticleRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<ArticleRecord>(
    `select id, title, text, ${isoOf("updated_at")} as "occurredAt" from articles
      where tenant_id = $1 and id = any($2::uuid[]) order by id for key share`,
    [principal.tenant.id, ids],
  );
  return rows;
}
