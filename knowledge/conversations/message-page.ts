import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { MessagePlace } from "./message-cursor.ts";

/** Where a page of messages stands; without a place it is the first. */
export type PagePlace = { around: string } | { before: MessagePlace } | { after: MessagePlace } | "start";

/** The messages of one page in order, by their places, and whether there are more on either side. */
export interface MessagePage {
  places: MessagePlace[];
  more: { before: boolean; after: boolean };
}

interface PageRequest {
  conversationId: string;
  place: PagePlace;
  limit: number;
}

/**
 * Finds the messages of a page.
 * @throws AppError NOT_FOUND when the message to stand in the middle is not in the conversation.
 */
export async function findPage(
  tx: Transaction,
  principal: Principal,
  request: PageRequest,
): Promise<MessagePage> {
  const { conversationId, place, limit } = request;
  const find = (side: Side, from: MessagePlace | null, count: number) =>
    neighbours(tx, principal, { conversationId, side, from, count });
  if (place === "start") return onePage(await find("after", null, limit + 1), limit, { start: true });
  if ("after" in place) return onePage(await find("after", place.after, limit + 1), limit, { start: false });
  if ("before" in place) {
    const found = await find("before", place.before, limit + 1);
    return { places: found.slice(0, limit).reverse(), more: { before: found.length > limit, after: true } };
  }
  const middle = await placeOf(tx, principal, { conversationId, message: place.around });
  // One more than could be shown, so that a side with few leaves its room to the other.
  const earlier = await find("before", middle, limit);
  const later = await find("after", middle, limit);
  return inTheMiddle(middle, { earlier, later, limit });
}

function onePage(found: MessagePlace[], limit: number, { start }: { start: boolean }): MessagePage {
  return { places: found.slice(0, limit), more: { before: !start, after: found.length > limit } };
}

function inTheMiddle(
  middle: MessagePlace,
  { earlier, later, limit }: { earlier: MessagePlace[]; later: MessagePlace[]; limit: number },
): MessagePage {
  const room = limit - 1;
  const before = Math.min(earlier.length, Math.max(room >> 1, room - later.length));
  const after = Math.min(later.length, room - before);
  return {
    places: [...earlier.slice(0, before).reverse(), middle, ...later.slice(0, after)],
    more: { before: earlier.length > before, after: later.length > after },
  };
}

type Side = "before" | "after";

/** The nearest messages on one side of a place, nearest first. */
async function neighbours(
  tx: Transaction,
  principal: Principal,
  {
    conversationId,
    side,
    from,
    count,
  }: { conversationId: string; side: Side; from: MessagePlace | null; count: number },
): Promise<MessagePlace[]> {
  const [sign, order] = side === "before" ? ["<", "desc"] : [">", "asc"];
  const { rows } = await tx.query<MessagePlace>(
    `select id, ${place} from interactions where tenant_id = $1 and conversation_id = $2
        and ($3::timestamptz is null or (occurred_at, id) ${sign} ($3::timestamptz, $4::uuid))
      order by occurred_at ${order}, id ${order} limit $5`,
    [principal.tenant.id, conversationId, from?.at ?? null, from?.id ?? null, count],
  );
  return rows;
}

const place = `to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;

async function placeOf(
  tx: Transaction,
  principal: Principal,
  { conversationId, message }: { conversationId: string; message: string },
): Promise<MessagePlace> {
  const { rows } = await tx.query<MessagePlace>(
    `select id, ${place} from interactions
      where tenant_id = $1 and conversation_id = $2 and (id::text = lower($3) or external_id = $3) limit 1`,
    [principal.tenant.id, conversationId, message],
  );
  if (rows[0]) return rows[0];
  const shown = JSON.stringify(message.length > 60 ? `${message.slice(0, 60)}…` : message);
  throw new AppError(
    "NOT_FOUND",
    `No message ${shown} in this conversation. Take the message_id from a search result, or leave it out to read from the start.`,
  );
}
