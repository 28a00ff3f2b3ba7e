import type { Language } from "../../../retrieval/lexical/language.ts";
import { contentWords } from "../content-words.ts";
import type { Evidence } from "../evidence.ts";
import type { Unit } from "../units.ts";
import type { Commitment } from "./commitment.ts";

/** What a part of a draft is held against, beside itself. */
export interface Topic {
  /** What was spoken of last, for parts that only say "it": an earlier part or sentence, else the questions. */
  antecedent: string;
  /** All that this is about: the message that is answered, the draft up to here. */
  thread: string;
}

/** A sentence of a source. */
export interface Place {
  evidence: Evidence;
  /** The number of the sentence. */
  at: number;
}

/** A part of a draft, and the part of a source that tells the same value. */
export interface Pairing {
  unit: Unit;
  topic: Topic;
  place: Place;
  part: { from: number; to: number };
  stated: Commitment;
}

/**
 * Whether a source speaks of the same thing where it tells a value: what the claim names stands there or right before, and what the
 * source names or limits is spoken of in the claim or the thread.
 */
export function isAboutTheSame({ unit, topic, place: { evidence, at }, part, stated }: Pairing): boolean {
  const { language } = evidence;
  const sentence = evidence.sentences[at]?.text ?? "";
  const commitments = evidence.sentences[at]?.commitments ?? [];
  const masked = mask(sentence, commitments).replace(aside, (found) => " ".repeat(found.length));
  // The label of a field says what the record calls it, not what it is about.
  const label = new Set(evidence.isRecord ? contentWords(evidence.title, language) : []);
  const wordsOf = (text: string) => contentWords(text, language).filter((word) => !label.has(word));
  const own = wordsOf(masked.slice(part.from, part.to));
  const claim = contentWords(mask(unit.text, unit.commitments), language);
  const around = [...claim, ...contentWords(topic.thread, language)];
  const before = wordsOf(masked.slice(part.from, stated.from)).filter((word) => !harmless.has(word));
  const limits = complementOf(masked.slice(stated.to, part.to), language);

  if (
    lacksUnit(mask(sentence, commitments).slice(stated.to, part.to), mask(unit.text, unit.commitments), topic)
  )
    return false;
  const known = new Set(around);
  if (limits.some((word) => !known.has(word))) return false;
  if (
    namesOf(sentence.slice(part.from, part.to - laterPart(masked.slice(stated.to, part.to))), language).some(
      (name) => !known.has(name),
    )
  )
    return false;
  if (claim.length === 0) return fitsAntecedent(topic, { before, own, evidence, at, part, masked });

  // Who repeats half of what something is called speaks of something else.
  const shared = new Set(claim);
  const pieces = masked.slice(part.from, part.to).split(apart).map(wordsOf);
  const isModified = (piece: readonly string[]) =>
    piece.some((word, n) => !known.has(word) && !harmless.has(word) && shared.has(piece[n + 1] ?? ""));
  if (pieces.some(isModified)) return false;
  const foreign = before.filter((word) => !known.has(word));
  if (foreign.length > 0) return false;
  // What somebody will have on a day is delivered or ready by then.
  const isCarried = (word: string) => word === "deliver" && stated.kind === "date" && claim.length > 1;

  const missing = claim.filter((word) => !own.includes(word) && !isCarried(word));
  if (missing.length === 0) return true;
  // What a source has said before still holds, unless this part has a subject of its own that the claim lacks.
  if (before.some((word) => !shared.has(word))) return false;
  const context = nearest({ evidence, at, part, masked });
  return missing.every((word) => context.has(word));
}

/** A claim that names nothing means what was spoken of last: what the source speaks of must be that. */
function fitsAntecedent(
  topic: Topic,
  {
    before,
    own,
    evidence,
    at,
    part,
    masked,
  }: Omit<Parameters<typeof nearest>[0], never> & { before: string[]; own: string[] },
): boolean {
  const meant = new Set(contentWords(topic.antecedent, evidence.language));
  const named =
    before.length > 0
      ? before
      : own.length > 0
        ? own
        : [...nearest({ evidence, at, part, masked, subjectOnly: true })];
  return named.length > 0 && named.every((word) => meant.has(word));
}

/** The words of the nearest text before the part that has any: an earlier part of the sentence, the sentence before, the title. */
function nearest({
  evidence,
  at,
  part,
  masked,
  subjectOnly = false,
}: {
  evidence: Evidence;
  at: number;
  part: { from: number };
  masked: string;
  /** Of the sentence before only what stands before its verb. */
  subjectOnly?: boolean;
}): Set<string> {
  const { language, sentences, title } = evidence;
  const earlier = contentWords(masked.slice(0, part.from), language);
  const last = sentences[at - 1];
  const before = last ? mask(last.text, last.commitments) : "";
  const previous = contentWords(subjectOnly ? (before.split(verb)[0] ?? "") : before, language);
  const titled = contentWords(title, language);
  const refersBack = pronoun.test(evidence.sentences[at]?.text ?? "");
  if (earlier.length > 0) return new Set(earlier);
  return new Set(
    refersBack && previous.length > 0 ? [...previous, ...titled] : titled.length > 0 ? titled : previous,
  );
}

/** Words that a source may say more than a claim. */
const harmless = new Set([
  "deliver",
  "full",
  "complet",
  "alway",
  "new",
  "plan",
  "packag",
  "model",
  "product",
  "servic",
]);
/** Words beside these modify nothing behind them. */
const apart =
  /[_,.:;()]+|\b(?:of|for|on|in|at|to|with|from|is|are|the|a|an|your|our|und|and|für|auf|von|mit|der|die|das|pour|de|du|la|le|les|para|el)\b/iu;

const verb = /\b(?:is|are|was|has|have|comes?|includes?|ist|sind|hat|haben|est|sont|es|son|tiene)\b/iu;

const aside =
  /,\s*(?:which|who|die|der|das|qui|que|lo que)\b[^,]*,|,\s*[^,]{0,40}\b(?:please|by the way)\b[^,]*,/giu;
const units =
  "(seat|user|head|person|licen[cs]e|month|year|week|day|hour|site|location|employee|monat|jahr|woche|tag|stunde|nutzer|platz|mois|an|jour|heure|utilisateur|personne|mes|año|día|hora|usuario|persona)s?\\b";
const perUnit = new RegExp(
  `(?:\\bper|\\beach|\\bevery|\\ba|\\ban|/|\\bpro|\\bje|\\bpar|\\bpor|\\bal)\\s*${units}|\\b(monthly|yearly|annually|weekly|daily|hourly|monatlich|jährlich|mensuels?|annuels?|mensual|anual)\\b`,
  "giu",
);

/** Whether a price is told without what it is per. */
function lacksUnit(behind: string, claim: string, { antecedent }: Topic): boolean {
  const known = new Set(contentWords(`${claim} ${antecedent}`, "english"));
  return [...behind.matchAll(perUnit)].some(([, unit, adverb]) =>
    contentWords(unit ?? adverb ?? "", "english").some((word) => !known.has(word)),
  );
}

/** What a value is limited to: "for annual contracts", "on orders of the first year". */
function complementOf(behind: string, language: Language): string[] {
  const [, words = ""] =
    /^[^\p{L}]*(?:off |discount |reduction |rabatt |remise |descuento )?(?:for|on|with|für|auf|bei|pour|sur|para|en|con)\s+([^,.;:()]{1,60})/iu.exec(
      behind,
    ) ?? [];
  const [near = ""] = words.split(/\b(?:and|or|und|oder|et|y|if|until|because|which|that)\b/iu);
  const [here = ""] = behind.split(/[,.;:()]|\s(?:and|or|und|oder|et|ou|y|o)\s/iu);
  const later = [...here.matchAll(laterLimit)].map(([, found = ""]) => found).join(" ");
  return [...contentWords(near, language).slice(0, 4), ...contentWords(later, language).slice(0, 4)];
}

/** "40 users with the add-on": what stands behind the thing that is counted limits it as well. */
const laterLimit =
  /\b(?:for|with|in|on|under|during|outside|except|only|für|mit|bei|außerhalb|pour|avec|sur|hors|para|con|durante)\s+([^,.;:()]{1,60})/giu;

/** Length of what follows the phrase that a value ends: "in stock | and ships from Leeds". */
function laterPart(behind: string): number {
  const at = behind.search(/[,;]|\s(?:and|und|et|y|which|that|because)\s/iu);
  return at < 0 ? 0 : behind.length - at;
}

/** Capitalised words inside a sentence, and single letters such as in "Plan B". */
function namesOf(text: string, language: Language): string[] {
  // German writes every noun with a capital.
  if (language === "german") return [];
  return [...text.matchAll(/(?<=[\p{L}\d,)]\s)\p{Lu}[\p{L}\d]+/gu)].flatMap(([name]) =>
    contentWords(name, language),
  );
}

/** A text with blanks for its commitments, as long as before. */
export function mask(text: string, commitments: readonly Commitment[]): string {
  return commitments.reduce(
    (rest, { from, to }) => rest.slice(0, from) + "_".repeat(to - from) + rest.slice(to),
    text,
  );
}

/** How a sentence begins that does not say itself what it is about. */
export const pronoun =
  /^(?:it|this|that|they|these|those|both|each|he|she|er|sie|es|dies\p{L}*|das|il|elle|ils|elles|ce|cela|este|esta|esto)\b/iu;
