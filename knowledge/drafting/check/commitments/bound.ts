import { isNegated } from "../../../grounding/polarity.ts";
import type { Language } from "../../../retrieval/lexical/language.ts";
import { contentWords } from "../content-words.ts";
import type { Evidence } from "../evidence.ts";
import type { Unit } from "../units.ts";
import { isAboutTheSame, mask, type Place, pronoun, type Topic } from "./about.ts";
import type { Commitment } from "./commitment.ts";
import { losesCondition } from "./conditions.ts";
import { segmentOf } from "./segments.ts";

/**
 * The binding sources in which a commitment stands: the same value, in a sentence whose part for that value is about the same thing,
 * with the same yes or no, and with no condition left out. Ids; empty when it stands nowhere.
 */
export function sourcesOf(
  commitment: Commitment,
  unit: Unit,
  topic: Topic,
  evidence: readonly Evidence[],
): string[] {
  return evidence
    .filter(
      (one) =>
        one.binds && one.sentences.some((_, at) => holds(commitment, unit, topic, { evidence: one, at })),
    )
    .map(({ id }) => id);
}

function holds(commitment: Commitment, unit: Unit, topic: Topic, place: Place): boolean {
  const { evidence, at } = place;
  const sentence = evidence.sentences[at];
  if (!sentence || sentence.text.endsWith("?")) return false;
  if (isRepeated(unit, sentence, evidence.language))
    return sentence.commitments.some((stated) => sameValue(commitment, stated));
  if (/\brespectively\b|\bbzw\.|\bjeweils\b/i.test(sentence.text)) return false;
  if (losesCondition(unit.text, sentence.text)) return false;
  return sentence.commitments.some((stated) => {
    if (!sameValue(commitment, stated)) return false;
    const part = segmentOf(sentence.text, sentence.commitments, stated);
    const text = sentence.text.slice(part.from, part.to);
    if (isNegated(text) !== isNegated(unit.text)) return false;
    const inPart = sentence.commitments.filter(({ from, to }) => from >= part.from && to <= part.to);
    return (
      companionsStand(unit, commitment, { part: inPart, all: sentence.commitments, place }) &&
      isAboutTheSame({ unit, topic, place, part, stated })
    );
  });
}

/** Whether the unit is the source's sentence word for word, and says itself what it is about. */
function isRepeated(unit: Unit, sentence: { text: string }, language: Language): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}%$€£.,:]+/gu, " ")
      .replace(/^ |[ .!]+$/g, "");
  const values = unit.commitments.filter(
    ({ kind }) => kind !== "legal" && kind !== "refund" && kind !== "availability",
  );
  const isNamed = contentWords(mask(unit.text, values), language).length > 0;
  return isNamed && !pronoun.test(unit.text.trim()) && plain(unit.text) === plain(sentence.text);
}

/** The year and the sign of a currency may be left out, never added. */
function sameValue(claim: Commitment, stated: Commitment): boolean {
  if (claim.kind !== stated.kind) return false;
  if (claim.value === stated.value || claim.timeless === stated.value) return true;
  if (claim.kind === "date" && /^\d\d-\d\d$/.test(claim.value))
    return stated.value.endsWith(`-${claim.value}`);
  return (
    claim.kind === "price" &&
    /^[\d.]+$/.test(claim.value) &&
    claim.value !== "0" &&
    stated.value.replace(/[^\d.]+$/, "") === claim.value
  );
}

/** What else the unit promises stands in the same part of the source, or next to it where the sentence itself tells nothing of its kind. */
function companionsStand(
  unit: Unit,
  commitment: Commitment,
  { part, all, place }: { part: readonly Commitment[]; all: readonly Commitment[]; place: Place },
): boolean {
  const near = [place.at - 1, place.at + 1].flatMap((at) => place.evidence.sentences[at]?.commitments ?? []);
  return unit.commitments
    .filter((other) => other.from !== commitment.from)
    .every((other) => {
      if (part.some((known) => sameValue(other, known))) return true;
      return !all.some(({ kind }) => kind === other.kind) && near.some((known) => sameValue(other, known));
    });
}
