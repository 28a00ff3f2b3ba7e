import { randomBytes } from "node:crypto";
import type { ReaderCall } from "#core/reader.ts";

const passageLength = 2_000;
const questionLength = 4_000;
const turnsShown = 6;
const turnLength = 600;

/** The question and what was said before it, as JSON so that neither can pass for anything else. */
export function showCall({ question, history = [] }: ReaderCall): string {
  return JSON.stringify({
    said_before: history.slice(-turnsShown).map((turn) => turn.slice(0, turnLength)),
    question: question.slice(0, questionLength),
  });
}

/** Passages as [1], [2] …, each between marks that its writer could not know, with marks of that form taken out. */
export function labelled(passages: readonly { head: string; text: string }[]): string {
  const key = randomBytes(6).toString("hex");
  const clean = (text: string) =>
    text
      .replace(/[^\P{C}\n]|\p{Variation_Selector}/gu, "")
      .replace(/passage\s+[0-9a-f]{6,}/giu, "passage")
      .replace(/\[(\d+)\]/g, "($1)")
      .slice(0, passageLength);
  return passages
    .map(
      ({ head, text }, index) =>
        `[${index + 1}] begin passage ${key}\n${clean(head)}:\n${clean(text)}\nend passage ${key}`,
    )
    .join("\n\n");
}
