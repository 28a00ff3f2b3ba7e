import { type Alignment, align } from "./align.ts";
import { soundGrams } from "./name-grams.ts";
import type { NameWord } from "./name-words.ts";
import { sound } from "./sound.ts";
import type { Turn } from "./turns.ts";

/** A name found in a turn, in letters of its spelling without spaces. */
export interface Mention extends Alignment {
  /** Share of the name's weight that was said. */
  share: number;
}

/** A name, or a part that tells it from others, ready to be looked for in many turns. */
export interface NamePart {
  /** Without spaces, as it is spelled and as it sounds. */
  spelled: string;
  heard: string;
  grams: ReadonlySet<string>;
  /** Its share of the name's weight. */
  share: number;
}

/** A part of a name must weigh this much of it to stand for it. */
const leastShare = 0.55;
/** What a part that weighs almost nothing would count; the whole counts 1. */
const partFloor = 0.5;
/** Words that sound the same but are spelled otherwise are not quite the same, and what is spelled quite otherwise is not. */
const heardWeight = 0.93;
const leastSpelled = 0.6;
/** Shorter names are heard only as they are spelled. */
const shortest = 4;
/** Where fewer of a part's trigrams are heard, alignment would find nothing. */
const leastGrams = 0.5;

/**
 * Whether a turn can mention a name at least so surely, however its words will be weighed: as if each run of them stood for all of it.
 * Most names fail, and need not be weighed.
 */
export function mayMention(name: string, turns: readonly Turn[], least: number): boolean {
  const words = name.split(" ").map((word) => ({ word, weight: 1, generic: false }));
  const parts = runsOf(words).map((run) => partOf(run, 1));
  return turns.some((turn) => (findMention(parts, turn)?.similarity ?? 0) >= least);
}

/** The whole name first, then each run of its words that may stand for it. */
export function partsOf(words: readonly NameWord[]): NamePart[] {
  const all = weightOf(words);
  return runsOf(words).flatMap((run) => {
    const share = weightOf(run) / all;
    const tellsNothing = run.length < words.length && run.every(({ generic }) => generic);
    return share < leastShare || tellsNothing ? [] : [partOf(run, share)];
  });
}

function runsOf(words: readonly NameWord[]): (readonly NameWord[])[] {
  const runs: (readonly NameWord[])[] = [];
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) runs.push(words.slice(from, from + length));
  }
  return runs;
}

function weightOf(words: readonly NameWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

function partOf(run: readonly NameWord[], share: number): NamePart {
  const words = run.map(({ word }) => word);
  const grams = soundGrams(words.join(" "));
  return { spelled: words.join(""), heard: words.map(sound).join(""), grams, share };
}

/** How well a turn mentions a name; undefined: not at all. */
export function findMention(parts: readonly NamePart[], turn: Turn): Mention | undefined {
  let best: Mention | undefined;
  for (const part of parts) {
    const most = partFloor + (1 - partFloor) * part.share;
    if (most <= (best?.similarity ?? 0) || !isLikely(part, turn)) continue;
    const found = alignPart(part, turn);
    const similarity = found.similarity * most;
    if (similarity > (best?.similarity ?? 0)) best = { ...found, similarity, share: part.share };
  }
  return best;
}

function isLikely({ grams }: NamePart, turn: Turn): boolean {
  let heard = 0;
  for (const gram of grams) if (turn.grams.has(gram)) heard++;
  return heard > 0 && heard >= leastGrams * grams.size;
}

function alignPart({ spelled, heard }: NamePart, turn: Turn): Alignment {
  const asSpelled = align(spelled, turn.spelled);
  if (asSpelled.similarity === 1) return asSpelled;
  if (spelled.length < shortest) return { ...asSpelled, similarity: 0 };
  if (heard.length < shortest || asSpelled.similarity < leastSpelled) return asSpelled;
  const similarity = align(heard, turn.heard).similarity * heardWeight;
  return similarity > asSpelled.similarity ? { ...asSpelled, similarity } : asSpelled;
}
