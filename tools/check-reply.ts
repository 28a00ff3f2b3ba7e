import { checkReply as check } from "#knowledge/drafting/check/check-reply.ts";
import type { CheckedReply, ReplyToCheck } from "#knowledge/drafting/check/checked-reply.ts";

export type { CheckedReply, ReplyToCheck } from "#knowledge/drafting/check/checked-reply.ts";

/**
 * Takes out of a reply what no source supports, puts placeholders where a promise stands in no binding source, and says which of the
 * customer's questions stay open. Sentences come back with the sources that code found, whatever the writer claimed.
 */
export function checkReply(reply: ReplyToCheck): CheckedReply {
  return check(reply);
}
