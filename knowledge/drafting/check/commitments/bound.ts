import { isNegated } from "../../../grounding/polarity.ts";
import type { Language } from "../../../retrieval/lexical/language.ts";
import { contentWords } from "../content-words.ts";
import type { Evidence } from "../evidence.ts";
import type { Unit } from "../units.ts";
import { isAboutTheSame, mask, type Place, pronoun, type Topic } from "./about.ts";
import type { Commitment } from "./commitment.ts";
import { gainsBound, losesCondition } from "./conditions.ts";
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
  return holding(commitment, unit, topic, evidence).map(({ id }) => id);
}

/**
 * The binding sources that say another value of the same thing and are not outdone: a record outdoes what the team wrote to this
 * contact, that an article, and among the same kind the newer one the older. Ids; empty when the sources agree.
 */
export function rivalsOf(
  commitment: Commitment,
  unit: Unit,
  topic: Topic,
  evidence: readonly Evidence[],
): string[] {
  const own = holding(commitment, unit, topic, evidence);
  const others = evidence.filter((one) => one.binds && !own.includes(one));
  const rivals = others.filter((one) => {
    const values = one.sentences.flatMap(({ commitments }) =>
      commitments.filter((stated) => isRival(stated, commitment)),
    );
    return values.some(({ value }) => {
      const swapped = { ...commitment, value, timeless: undefined };
      const inUnit = unit.commitments.map((other) => (other.from === commitment.from ? swapped : other));
      return holding(swapped, { ...unit, commitments: inUnit }, topic, [one]).length > 0;
    });
  });
  return rivals.filter((rival) => !own.some((one) => outdoes(one, rival))).map(({ id }) => id);
}

function isRival(stated: Commitment, { kind, value }: Commitment): boolean {
  return stated.kind === kind && stated.value !== value && /\d/.test(stated.value) && /\d/.test(value);
}

const dayMs = 86_400_000;

function outdoes(one: Evidence, other: Evidence): boolean {
  if (one.rank !== other.rank) return one.rank > other.rank;
  return one.at !== null && other.at !== null && one.at.getTime() - other.at.getTime() >= dayMs;
}

function holding(
  commitment: Commitment,
  unit: Unit,
  topic: Topic,
  evidence: readonly Evidence[],
): Evidence[] {
  return evidence.filter(
    (one) =>
      one.binds && one.sentences.some((_, at) => holds(commitment, unit, topic, { evidence: one, at })),
  );
}

function holds(commitment: Commitment, unit: Unit, topic: Topic, place: Place): boolean {
  const { evidence, at } = place;
  const sentence = evidence.sentences[at];
  if (!sentence || sentence.text.endsWith("?")) return false;
  if (isRepeated(unit, sentence, evidence.language))
    return sentence.commitments.some((stated) => sameValue(commitment, stated));
  if (/\brespectively\b|\bbzw\.|\bjeweils\b/i.test(sentence.text)) return false;
  if (losesCondition(unit.text, sentence.text) || gainsBound(unit.text, commitment, sentence.text))
    return false;
  return sentence.commitments.some((stated) => {
    if (!sameValue(commitment, stated)) return false;
    const part = segmentOf(sentence.text, sentence.commitments, stated);
    if (
      isDenied(sentence, part) !==
      isDenied(withoutOwnCondition(unit, sentence.text), { from: 0, to: unit.text.length })
    )
      return false;
    const inPart = sentence.commitments.filter(({ from, to }) => from >= part.from && to <= part.to);
    return (
      companionsStand(unit, commitment, { part: inPart, all: sentence.commitments, place }) &&
      isAboutTheSame({ unit, topic, place, part, stated })
    );
  });
}

const ownCondition =
  /^(?:and |so )?(?:if|should|in case|wenn|falls|sollte[n]?|si|en caso de que)(?![\p{L}])[^,]{1,90},\s*|,\s*(?:since|because|as|weil|da|puisque|car|ya que)(?![\p{L}])[^,]{1,60}(?=[.!]?$)/iu;

/** A condition or reason that only the claim has narrows it: what it denies denies nothing of the source. */
function withoutOwnCondition(unit: Unit, source: string): Unit {
  const found = ownCondition.exec(unit.text);
  if (
    !found ||
    /(?<![\p{L}])(?:if|should|in case|unless|wenn|falls|sofern|si|sauf|salvo)(?![\p{L}])/iu.test(source)
  )
    return unit;
  const [from, to] = [found.index, found.index + found[0].length];
  if (unit.commitments.some((one) => one.from < to && one.to > from)) return unit;
  return { ...unit, text: unit.text.slice(0, from) + " ".repeat(to - from) + unit.text.slice(to) };
}

/** Whether something is denied about a value: "no charge" is a value itself. */
function isDenied(
  { text, commitments }: Pick<Unit, "text" | "commitments">,
  { from, to }: { from: number; to: number },
): boolean {
  return isNegated(mask(text, commitments).slice(from, to));
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
  if (claim.kind === "discount" && /^[\d.]+$/.test(claim.value)) return stated.value === `${claim.value}%`;
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
