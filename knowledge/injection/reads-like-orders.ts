import { hash } from "node:crypto";
import { injectionSignal } from "./injection-signal.ts";

/** Higher than where a message is marked for review: procedures for a team read a little like orders, and what is left out answers nobody. */
const leftOutFrom = 0.8;
const mostKept = 5_000;
/** By the text's hash: articles are looked at again and again, and no text is kept. */
const known = new Map<string, boolean>();

/** Whether a text that was found reads like orders to an assistant, so that no reply should rest on it. */
export function readsLikeOrders(text: string): boolean {
  const key = hash("sha256", text);
  const before = known.get(key);
  if (before !== undefined) return before;
  const reads = injectionSignal(text).score >= leftOutFrom;
  if (known.size >= mostKept) known.clear();
  known.set(key, reads);
  return reads;
}
