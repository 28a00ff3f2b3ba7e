import { foldText } from "../lexical/tokenise.ts";
import { type Compact, compact } from "./align.ts";
import { soundGrams } from "./name-grams.ts";
import { sound } from "./sound.ts";

/** What was said in one turn, ready to be searched for names. */
export interface Turn {
  words: string[];
  /** As it is spelled, and as it sounds. */
  spelled: Compact;
  heard: Compact;
  /** Trigrams of how it sounds, and of how each word does by itself. */
  grams: ReadonlySet<string>;
  /** 1 for the text itself, less for what was said before it. */
  weight: number;
}

const longestText = 3_000;
const longestTurn = 800;
const turnsRead = 10;
const historyWeight = 0.95;
const historyDecay = 0.97;

/** Longer texts are read piece by piece, overlapping by more than a name: most pieces hold no name, and are quickly seen to. */
const pieceWords = 60;
const overlapWords = 8;

/** The text and the last turns of its history, in pieces, the text first. */
export function turnsOf({ text, history = [] }: { text: string; history?: readonly string[] }): Turn[] {
  const before = history.slice(-turnsRead).reverse();
  return [
    ...piecesOf(text.slice(0, longestText), 1),
    ...before.flatMap((said, age) => piecesOf(said.slice(-longestTurn), historyWeight * historyDecay ** age)),
  ].filter(({ words }) => words.length > 0);
}

function piecesOf(text: string, weight: number): Turn[] {
  const words = foldText(text.replaceAll("&", " and ")).split(" ").filter(Boolean);
  const pieces: Turn[] = [];
  for (let from = 0; from === 0 || from + overlapWords < words.length; from += pieceWords - overlapWords) {
    pieces.push(piece(words.slice(from, from + pieceWords), weight));
  }
  return pieces;
}

function piece(words: string[], weight: number): Turn {
  const grams = soundGrams(words.join(" "));
  // A short word alone may be all of a name.
  for (const word of words) for (const gram of soundGrams(word)) grams.add(gram);
  return { words, spelled: compact(words), heard: compact(words.map(sound)), grams, weight };
}
