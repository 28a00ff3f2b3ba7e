import type { SearchRequest } from "#core/retrieval.ts";
import { streamSafe } from "#core/stream-safe.ts";

/** Longer texts cost time and find nothing more. */
const longestText = 20_000;
const mostTurns = 20;

/** A request whose texts are no longer than a search reads, without null bytes, halves of characters and endless marks. */
export function readablePart<T extends Pick<SearchRequest, "text" | "history">>(request: T): T {
  const { text, history } = request;
  return {
    ...request,
    text: readable(text),
    ...(history && { history: history.slice(-mostTurns).map(readable) }),
  };
}

function readable(text: string): string {
  return streamSafe(text.slice(0, longestText)).replaceAll("\0", " ").toWellFormed();
}
