import { analyse } from "../retrieval/lexical/analyse.ts";
import type { Language } from "../retrieval/lexical/language.ts";

const word = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}+)*/gu;

/** Words that open a sentence with a capital and name nobody, beside stop words. */
const openers = new Set(
  (
    "yes no please thanks thank hello hi dear according both customer customers client contact lead team article message call " +
    "note email during however although"
  ).split(" "),
);

/**
 * A capitalised word of the claim that the evidence lacks, or two names whose order is turned round in the sentences that tell;
 * undefined when all is well. What opens a sentence counts as a name unless it is a common opener or stands in the evidence.
 */
export function missingName(
  claim: string,
  evidence: { text: string; window: string; language: Language },
): string | undefined {
  const known = new Set(wordsOf(evidence.text));
  const names = namesOf(claim, evidence.language);
  const missing = names.find((name) => !known.has(name));
  if (missing) return `the name ${missing}`;
  const places = wordsOf(evidence.window);
  const told = names.filter((name) => places.includes(name));
  const turned = told.find((name, i) => told.slice(i + 1).some((next) => isTurned(places, name, next)));
  return turned && `the order of names around ${turned}`;
}

function isTurned(places: readonly string[], first: string, second: string): boolean {
  return first !== second && places.indexOf(first) > places.lastIndexOf(second);
}

function namesOf(claim: string, language: Language): string[] {
  const opening = /(?:^|[.!?:]["”»)]*\s+|\n)["“„«(]*$/u;
  return [...claim.matchAll(word)]
    .filter(({ 0: name }) => /^[\p{Lu}\p{Lt}]/u.test(name) && !/^I(?:['’]\p{L}+)?$/u.test(name))
    .filter(
      ({ 0: name, index }) => !isOpener(name.toLowerCase(), language) || !opening.test(claim.slice(0, index)),
    )
    .map(({ 0: name }) => fold(name));
}

function isOpener(name: string, language: Language): boolean {
  return openers.has(name) || analyse(name, language).tokens.length === 0;
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(word)].map(([found]) => fold(found));
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
