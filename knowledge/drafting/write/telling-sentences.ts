import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";
import { beforeSignature } from "../../signals/signature.ts";
import { isAside, isOverForThem } from "./asides.ts";

const longestSentence = 400;
const fewestWords = 3;
const headingShare = 0.3;
const contextShare = 0.3;
/** Of the words that set a sentence apart from the others of its source, so many must be the thread's. */
const leastKnown = 0.6;
/** What a sentence that tells the wanted kind of thing is worth, of all words of the question. */
const wantedShare = 0.5;
/** What a heading says is no answer: a sentence must hold so much of the question itself. */
const leastOwn = 0.2;
/** A further sentence must cover so much of the question that the ones before do not. */
const leastGain = 0.2;

/** What the sentences of a source are looked through for. */
export interface Sought {
  /** Content words and how much each counts. */
  words: readonly [string, number][];
  /** Those of the question itself, not of what stands before it. */
  own: ReadonlySet<string>;
  /** What those words of the question itself count that some source has. */
  total: number;
  /** Words of the thread, which decide between sentences that are alike. */
  context: ReadonlySet<string>;
  /** Whether a line tells a sum or a day, where one is asked for. */
  wanted: ((line: string) => boolean) | undefined;
  atMost: number;
}

/** A sentence with the words of the question that it holds. */
export interface TellingSentence extends DraftSentence {
  covers: readonly string[];
}

interface Scored {
  line: string;
  place: number;
  score: number;
  covered: readonly string[];
}

/** The fewest sentences of a source that cover what is asked, in their own order. */
export function tellingSentences(source: DraftSource, sought: Sought): TellingSentence[] {
  const { total } = sought;
  const left = scoredSentences(source, sought);
  const chosen: Scored[] = [];
  const known = new Set<string>();
  while (chosen.length < sought.atMost) {
    const gains = left.map((one) => ({
      one,
      gain: sought.words.reduce(
        (sum, [word, weight]) =>
          sum + (one.covered.includes(word) && sought.own.has(word) && !known.has(word) ? weight : 0),
        0,
      ),
    }));
    const [best] =
      chosen.length === 0
        ? gains.toSorted((a, b) => b.one.score - a.one.score)
        : gains.filter(({ gain }) => gain >= leastGain * total).toSorted((a, b) => b.gain - a.gain);
    if (best === undefined || best.one.score <= 0) break;
    chosen.push(best.one);
    left.splice(left.indexOf(best.one), 1);
    for (const word of best.one.covered) known.add(word);
  }
  return chosen
    .toSorted((a, b) => a.place - b.place)
    .map(({ line, covered }) => ({ text: line, citations: [source.id], covers: covered }));
}

function scoredSentences({ kind, title, text }: DraftSource, sought: Sought): Scored[] {
  const { total } = sought;
  const language = detectLanguage(text);
  const heading = new Set(analyse(title ?? "", language).tokens);
  const isOurs = kind === "article" || kind === "record";
  const lines = sentencesOf(isOurs ? text : beforeSignature(text)).map((line) => line.replace(/\s+/g, " "));
  const terms = lines.map((line) => new Set(analyse(line, language).tokens));
  const isCommon = (token: string) => terms.filter((set) => set.has(token)).length * 2 > terms.length;
  return lines.flatMap((line, place) => {
    if (line.length > longestSentence || isAside(line) || wordsIn(line) < fewestWords) return [];
    if (!isOurs && isOverForThem(line)) return [];
    const tokens = terms[place] ?? new Set<string>();
    const covered = sought.words.filter(([word]) => tokens.has(word));
    const titled = sought.words.filter(([word]) => !tokens.has(word) && heading.has(word));
    const own = sum(covered) + headingShare * sum(titled);
    const isWanted = sought.wanted?.(line) === true;
    if (!isWanted && (covered.length === 0 || sum(covered) < leastOwn * total)) return [];
    const special = [...tokens].filter((token) => !isCommon(token) && !/\d/.test(token));
    const known = special.filter((token) => sought.context.has(token)).length;
    const inContext = special.length > 0 && known >= special.length * leastKnown ? contextShare * total : 0;
    const score = own + (isWanted ? wantedShare * total : 0) + inContext - place / 1_000;
    return [{ line, place, score, covered: covered.map(([word]) => word) }];
  });
}

function sum(words: readonly [string, number][]): number {
  return words.reduce((all, [, weight]) => all + weight, 0);
}

function wordsIn(line: string): number {
  return line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
