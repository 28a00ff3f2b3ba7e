import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { documentsOf, readPostings } from "../lexical/read-postings.ts";
import { findCandidates } from "./candidates.ts";
import { findMention, type Mention, mayMention, partsOf } from "./mention.ts";
import { weighWords } from "./name-words.ts";
import { type Turn, turnsOf } from "./turns.ts";

/** A name that a text mentions. */
export interface NameMatch {
  /** Folded. */
  name: string;
  /** 0–1: how surely it is mentioned. */
  similarity: number;
  /** Numbers of the passages that belong to it, ascending. */
  passages: number[];
}

interface Found extends Mention {
  name: string;
  turn: Turn;
}

/** Below this, names are found in texts that mention none: 15 of 300 scientific claims at 0.8, 6 here, and no spoken mention is lost. */
const leastSimilarity = 0.82;
const mostNames = 5;
/** Of two names heard in the same words, one that fits this much better is what was meant. */
const clearlyBetter = 0.05;

/**
 * Finds the tenant's names that a text or what was said before it mentions, misspelled or misheard too. What the text
 * says comes before its history, and later turns before earlier ones.
 * @param texts.names how many names the tenant has.
 * @returns at most five, surest first.
 */
export async function matchNames(
  tx: Transaction,
  principal: Principal,
  texts: { text: string; history?: readonly string[]; names: number },
): Promise<NameMatch[]> {
  const turns = turnsOf(texts);
  const heard = await findCandidates(tx, principal, { turns, names: texts.names });
  const candidates = heard.filter((name) => mayMention(name, turns, leastSimilarity));
  if (candidates.length === 0) return [];
  const weigh = await weighWords(tx, principal, candidates);
  const found = candidates.flatMap((name) => {
    const parts = partsOf(name.split(" ").map(weigh));
    return turns.flatMap((turn) => {
      const mention = findMention(parts, turn);
      return mention && mention.similarity >= leastSimilarity ? [{ ...mention, name, turn }] : [];
    });
  });
  const best = surest(found);
  const lists = await readPostings(tx, principal, { field: "name", terms: best.map(({ name }) => name) });
  return best.flatMap(({ name, similarity }) => {
    const list = lists.get(name);
    return list ? [{ name, similarity, passages: documentsOf(list) }] : [];
  });
}

function surest(found: readonly Found[]): Found[] {
  const meant = found
    .filter((one) => !found.some((other) => isMeant(other, one)))
    .sort((a, b) => rank(b) - rank(a) || b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  const best = new Map<string, Found>();
  for (const one of meant) if (!best.has(one.name)) best.set(one.name, one);
  return [...best.values()].slice(0, mostNames);
}

function rank({ similarity, turn }: Found): number {
  return similarity * turn.weight;
}

/** True when the same words of the same turn are clearly better explained by another name. */
function isMeant(other: Found, { turn, from, to, similarity }: Found): boolean {
  if (other.turn !== turn || other.similarity < similarity + clearlyBetter) return false;
  const shared = Math.min(other.to, to) - Math.max(other.from, from);
  return shared > (to - from) / 2;
}
