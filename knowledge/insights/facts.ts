import type { Finding } from "#core/domain/insight.ts";
import type { Story } from "./stories.ts";

/** All that a text about something may state. */
export interface Facts {
  /** By keys whose ends say what they are (formats.ts). */
  numbers: Record<string, number>;
  /** Names and moments as texts show them. */
  words: Record<string, string>;
  direction: Finding["direction"];
}

/** The facts of a story: its lead's, and those of what supports it under keys of their own. */
export function factsOf({ lead, supporting }: Story): Facts {
  const facts: Facts = { numbers: { ...lead.numbers }, words: { ...lead.words }, direction: lead.direction };
  for (const [index, other] of supporting.entries()) {
    for (const [key, value] of Object.entries(other.numbers)) facts.numbers[`also${index}_${key}`] = value;
    for (const [key, value] of Object.entries(other.words)) facts.words[`also${index}_${key}`] = value;
  }
  return facts;
}
