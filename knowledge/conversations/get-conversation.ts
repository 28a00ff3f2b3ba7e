import type { Interaction } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { getInteractions } from "../crm/timeline.ts";
import type { Transaction } from "../db/database.ts";
import {
  type ConversationHeader,
  type ConversationReference,
  type ConversationScope,
  findConversation,
} from "./conversation-header.ts";
import { fromCursor, toCursor } from "./message-cursor.ts";
import { findPage, type PagePlace } from "./message-page.ts";

/** Which page of which conversation; of `aroundMessageId`, `before` and `after` one at most, none for the first page. */
export interface ConversationQuery extends ConversationReference {
  /** Stands in the middle of the page; our id or the source's. */
  aroundMessageId?: string;
  /** A page's `previous`: the messages before it. */
  before?: string;
  /** A page's `next`: the messages after it. */
  after?: string;
  /** 1–200. */
  limit: number;
}

/** A conversation and a page of its messages, oldest first. */
export interface ConversationPage {
  conversation: ConversationHeader;
  messages: Interaction[];
  /** The cursors of the neighbouring pages; null where there is none. */
  previous: string | null;
  next: string | null;
}

/**
 * Reads a page of a conversation's messages.
 * @throws AppError NOT_FOUND when the conversation, or the message in it, does not exist or may not be seen,
 * VALIDATION_FAILED when what is asked for contradicts itself.
 */
export async function getConversation(
  tx: Transaction,
  principal: Principal,
  query: ConversationQuery,
  scope: ConversationScope = {},
): Promise<ConversationPage> {
  const place = placeOf(query);
  const conversation = await findConversation(tx, principal, query, scope);
  const { places, more } = await findPage(tx, principal, {
    conversationId: conversation.id,
    place,
    limit: query.limit,
  });
  const ids = places.map(({ id }) => id);
  const messages = new Map(
    (await getInteractions(tx, principal, ids)).map((message) => [message.id, message]),
  );
  const first = places[0];
  const last = places.at(-1);
  return {
    conversation,
    messages: ids.flatMap((id) => messages.get(id) ?? []),
    previous: first && more.before ? toCursor(first) : null,
    next: last && more.after ? toCursor(last) : null,
  };
}

function placeOf({ aroundMessageId, before, after, limit }: ConversationQuery): PagePlace {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
    throw new AppError("VALIDATION_FAILED", `The limit is ${limit}. Give a whole number from 1 to 200.`);
  }
  if ([aroundMessageId, before, after].filter((given) => given !== undefined).length > 1) {
    throw new AppError("VALIDATION_FAILED", "Give only one of a message, `before` and `after`.");
  }
  if (aroundMessageId !== undefined) return { around: aroundMessageId };
  if (before !== undefined) return { before: fromCursor(before) };
  return after === undefined ? "start" : { after: fromCursor(after) };
}
