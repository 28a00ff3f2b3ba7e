import { findUnfit } from "#core/unfit-text.ts";
import { sentencesOf } from "../grounding/sentences.ts";
import type { Facts } from "./facts.ts";
import { showNumber } from "./formats.ts";
import { harmless } from "./verify/lexicon.ts";
import { mask, type Token, type Tokens, tokensOf, unmask, type Way } from "./verify/tokens.ts";

export interface Verified {
  /** The sentences that stand, as they were written; empty when none does. */
  text: string;
  /** What was taken out, and why; the reasons do not repeat it. */
  dropped: { sentence: string; reason: string }[];
}

/**
 * Keeps the sentences of a text that say nothing but facts: every number with its unit, every name and moment must occur in the facts
 * and every word of direction agree with them. A number in words, or a negation, is no fact.
 * With `statements`, correct sentences such as templates make, a sentence must besides be a rewording of one of them: the same claims
 * (figures, what stands before them, names, directions, negations, sides of a comparison, words of cause) in the same order, and no
 * word of content that is not its own. So a figure cannot move to another name, nor a true one be cut out of its sense.
 */
export function verifyText(text: string, facts: Facts, statements?: readonly string[]): Verified {
  const originals: string[] = [];
  const masked = mask(text, facts, originals);
  const allowed = statements && readStatements(statements, facts);
  const figures = figuresOf(facts);
  const shown = (sentence: string) => unmask(sentence, originals);
  const verified: Verified = { text: "", dropped: [] };
  const kept: string[] = [];
  for (const sentence of sentencesOf(masked)) {
    const read = tokensOf(sentence);
    const reason =
      (allowed && (unfit(sentence) ?? departure(read, allowed))) ??
      untrue(read, { facts, figures, strict: !allowed });
    if (reason === undefined) kept.push(shown(sentence));
    else verified.dropped.push({ sentence: shown(sentence), reason });
  }
  return { ...verified, text: kept.join(" ") };
}

interface Statement extends Tokens {
  key: string;
}

function readStatements(statements: readonly string[], facts: Facts): Statement[] {
  return statements.flatMap((text) =>
    sentencesOf(mask(text, facts)).map((sentence) => {
      const read = tokensOf(sentence);
      return { ...read, key: keyOf(read.tokens) };
    }),
  );
}

/** Why a sentence is no rewording of a statement. */
function departure(read: Tokens, statements: readonly Statement[]): string | undefined {
  const key = keyOf(read.tokens);
  const alike = statements.filter((statement) => statement.key === key);
  if (alike.length === 0)
    return "its figures, names or directions are not those of the finding in their order";
  const fits = alike.some(({ words, capitals }) => {
    const own = new Set([...words, ...capitals.map((word) => word.toLowerCase())]);
    return read.words.every((word) => own.has(word) || harmless.has(word));
  });
  return fits ? undefined : "it brings in a word of its own";
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => Object.values(token).join(":")).join(" ");
}

/** Why a sentence is not true of the facts. */
function untrue(
  { tokens, capitals }: Tokens,
  { facts, figures, strict }: { facts: Facts; figures: ReadonlySet<string>; strict: boolean },
): string | undefined {
  for (const token of tokens) {
    if (token.kind === "figure" && !figures.has(`${token.value}${token.unit}`))
      return "it states a number that was not found";
    if (token.kind === "number word" && strict) return "it puts a number in words";
    if (token.kind === "mark" && token.value === "not" && strict) return "it denies something";
    if (token.kind === "way" && strict && !agrees(token.value, facts)) return "it turns the direction round";
  }
  if (strict && capitals.length > 0) return "it brings in a name";
  return undefined;
}

function figuresOf({ numbers }: Facts): Set<string> {
  return new Set(
    Object.entries(numbers).flatMap(([key, value]) =>
      [value, Math.abs(value)].flatMap((one) =>
        tokensOf(showNumber(key, one)).tokens.flatMap((token) => {
          if (token.kind !== "figure") return [];
          const isLength = key.endsWith("_buckets");
          return [`${token.value}${token.unit}`, ...(isLength ? [`${token.value}day`] : [])];
        }),
      ),
    ),
  );
}

/** Masks hold names from records, which may look like links and are not the writer's. */
function unfit(sentence: string): string | undefined {
  const found = findUnfit(sentence);
  return found && `it holds ${found}`;
}

/** Extremes are claimed where nothing moved: of weekdays. What is good news depends on the metric. */
function agrees(way: Way, { direction }: Facts): boolean {
  if (way === "up" || way === "down") return way === direction;
  return way === "most" || way === "least" ? direction === "none" : direction !== "none";
}
