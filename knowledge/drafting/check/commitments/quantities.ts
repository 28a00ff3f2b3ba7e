import type { Commitment } from "./commitment.ts";
import { numberOf, numberPattern } from "./numbers.ts";

const counted = new RegExp(
  `(?<![\\p{L}\\p{N}#.,:/_-])(${numberPattern})(?:\\s?\\+)?[\\s-]+(?:\\p{L}[\\p{L}-]*\\s+){0,2}?(\\p{L}[\\p{L}-]{1,30})`,
  "giu",
);
/** Numbers that are a part of a name. */
const naming =
  /\b(?:model|version|series|type|tier|level|phase|plan|release|room|hall|no\.?|nr\.?|generation|gen|iso|part|section|chapter|article|option|step|page|windows|office|question|point|invoice|order|ticket)\s$/iu;
const attached =
  /(?<![\p{L}\p{N}#.,:/_-])(\d+(?:[.,]\d+)?)\s?((?:gb|mb|tb|kb|kg|km|cm|mm|ml|mbps|gbps|kw|kwh|mw|ghz|mhz|m²|m2|g|l|x)\b)/giu;
const unlimited = /\b(?:unlimited|as many|limitless|unbegrenzt\w*|illimité\w*|ilimitad\w*)\b/giu;
/** Counting these binds nobody. */
const idle =
  /^(?:seconds?|minutes?|sekunden?|minuten?|secondes?|segundos?|minutos?)$|^(?:questions?|options?|things?|points?|ways?|steps?|notes?|words?|thoughts?|ideas?|reasons?|fragen?|optionen|punkte|options|preguntas?|or|and|to|in|is|are|the|for|at|on|more|other|und|oder|et|ou|y|o)$/iu;
/** Times are told apart from numbers of things. */
const timed = /^(?:sec|sek|seg|min)/iu;
/** "One" mostly stands for a thing. */
const vagueOne = /^(?:one|ein\p{L}*|une?|una|uno|an?\s.*)$/iu;

/** Numbers of things: "40" licences, "10gb", "unlimited". Years and numbers of codes are none. */
export function findQuantities(sentence: string): Commitment[] {
  const found: Commitment[] = [];
  const add = (value: string, index: number, written: string) => {
    const [from, to] = [index, index + written.length];
    if (!found.some((other) => from < other.to && to > other.from))
      found.push({ kind: "quantity", value, from, to });
  };
  for (const { 0: whole, 1: amount = "", 2: unit = "", index } of sentence.matchAll(attached))
    add(`${numberOf(amount)}${unit.toLowerCase()}`, index, whole);
  for (const { 1: amount = "", 2: noun = "", index } of sentence.matchAll(counted)) {
    const isYear = /^(?:19|20)\d\d$/.test(amount);
    if (naming.test(sentence.slice(0, index))) continue;
    if (isYear || vagueOne.test(amount) || (idle.test(noun) && (!/\d/.test(amount) || timed.test(noun))))
      continue;
    if (!Number.isNaN(numberOf(amount))) add(String(numberOf(amount)), index, amount);
  }
  for (const { 0: whole, index } of sentence.matchAll(unlimited)) add("unlimited", index, whole);
  return found.toSorted((a, b) => a.from - b.from);
}
