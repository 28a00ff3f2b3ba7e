import type { Facts } from "#knowledge/insights/facts.ts";
import { type Verified, verifyText as verify } from "#knowledge/insights/verify-text.ts";

export type { Facts } from "#knowledge/insights/facts.ts";
export type { Verified } from "#knowledge/insights/verify-text.ts";

/** Keeps the sentences of a text that state nothing but facts and, with statements, are rewordings of those. */
export function verifyText(text: string, facts: Facts, statements?: readonly string[]): Verified {
  return verify(text, facts, statements);
}
