import type { CommitmentKind, DraftRisk, DraftSentence } from "#core/domain/draft.ts";
import type { ThreadToAnswer } from "../thread.ts";
import type { Judged } from "./checked-reply.ts";
import { mask, pronoun, type Topic } from "./commitments/about.ts";
import { rivalsOf, sourcesOf } from "./commitments/bound.ts";
import type { Commitment } from "./commitments/commitment.ts";
import { findCommitments, placeholder, placeholderPattern } from "./commitments/find-commitments.ts";
import { contentWords } from "./content-words.ts";
import { type Acquaintance, courtesyOf } from "./courtesy.ts";
import type { Evidence } from "./evidence.ts";
import { groundsOf, withoutLeadIn } from "./ground.ts";
import { isInnerField, ownDomains } from "./lenders.ts";
import { foreignLinks } from "./links.ts";
import { foreignDetails } from "./personal-details.ts";
import { presupposes } from "./presupposes.ts";
import { isPromiseToCheck } from "./promise-to-check.ts";
import { isQuestionBack } from "./question-back.ts";
import { repeatsCustomer } from "./repeats-customer.ts";
import { statesField } from "./states-field.ts";
import { unitsOf } from "./units.ts";

/** What every sentence of a draft is held against. */
export interface Setting {
  thread: ThreadToAnswer;
  evidence: readonly Evidence[];
  known: Acquaintance;
  topic: Topic;
  forbidden: readonly RegExp[];
}

const grave: readonly CommitmentKind[] = ["price", "discount", "refund", "legal"];

/** Decides over one sentence: whether it may stay, as what, with which sources and placeholders. */
export function checkSentence(text: string, setting: Setting): Judged {
  const { evidence, thread, known, forbidden } = setting;
  const removed = (kind: DraftRisk["kind"], severity: DraftRisk["severity"], reason: string): Judged => ({
    role: "statement",
    risks: [{ kind, severity, text: reason }],
    reason,
  });
  if (forbidden.some((phrase) => phrase.test(text)))
    return removed("forbidden_phrase", "MEDIUM", "A sentence held a phrase that must not be used.");
  const allowed = thread.settings.workspace.allowed_link_domains;
  if (foreignLinks(text, { allowed, own: ownDomains(thread), evidence }).length > 0)
    return removed(
      "link",
      "HIGH",
      "A sentence held a link that neither the settings nor a binding source allow.",
    );
  const details = foreignDetails(text, thread, evidence);
  if (details.length > 0)
    return removed("personal_data", details.includes("hole") ? "MEDIUM" : "HIGH", detailsReason(details));

  if (presupposes(text)) return withFieldRisks(checkStatement(text, setting), evidence);
  const role = courtesyOf(text, known);
  if (role) return { role, sentence: { text, citations: [] }, risks: [] };
  if (isPromiseToCheck(text)) return { role: "check", sentence: { text, citations: [] }, risks: [] };
  return isQuestionBack(text) && !repeatsCustomer(text, evidence)
    ? checkQuestion(text, setting)
    : withFieldRisks(checkStatement(text, setting), evidence);
}

/** Fields of a record are of many kinds, and only people know which a customer may hear: what tells one never leaves by itself. */
function withFieldRisks(judged: Judged, evidence: readonly Evidence[]): Judged {
  const told = evidence.filter(({ id }) => judged.sentence?.citations.includes(id)).filter(isInnerField);
  const risks = told.map(
    ({ title }): DraftRisk => ({
      kind: "record_field",
      severity: "LOW",
      text: `It tells the field "${title}" of the record: see that the customer may know it.`,
    }),
  );
  return { ...judged, risks: [...judged.risks, ...risks] };
}

function detailsReason(details: readonly string[]): string {
  const kinds = details.map((kind) =>
    kind === "hole" ? "a gap where personal data stood" : kind.replaceAll("_", " "),
  );
  return `A sentence held personal data that no binding source has: ${kinds.join(", ")}.`;
}

/** A question may name a day, a time or a number that the customer named; it promises nothing else. */
function checkQuestion(text: string, { thread, evidence, topic }: Setting): Judged {
  const theirs = findCommitments(thread.answers.text, thread.answers.at);
  const found = findCommitments(text, thread.answers.at);
  const units = unitsOf(text, found);
  const open = units.flatMap((unit) =>
    unit.commitments
      .filter(({ kind, value }) => {
        const mayEcho = kind === "date" || kind === "quantity" || kind === "deadline";
        const needsSource = grave.includes(kind) || mayEcho ? kind !== "quantity" : false;
        return needsSource && !(mayEcho && theirs.some((one) => one.kind === kind && one.value === value));
      })
      .filter((one) => sourcesOf(one, unit, topic, evidence).length === 0)
      .map((one) => ({ ...one, from: one.from + unit.from, to: one.to + unit.from })),
  );
  const filled = fill(text, open);
  return { role: "question", sentence: { text: filled, citations: [] }, risks: open.map(toRisk) };
}

function checkStatement(text: string, setting: Setting): Judged {
  const { evidence, thread } = setting;
  // A field told as it stands needs no reading: its name says what its value is about.
  const field = evidence.find((one) => one.isRecord && one.binds && statesField(text, one));
  if (field) return { role: "statement", sentence: { text, citations: [field.id] }, risks: [] };
  const units = unitsOf(text, findCommitments(text, thread.answers.at));
  const open: Commitment[] = [];
  const citations = new Set<string>();
  const disputed: CommitmentKind[] = [];
  let unsupported = false;
  for (const [at, unit] of units.entries()) {
    const earlier = units[at - 1]?.text;
    const topic = {
      ...setting.topic,
      antecedent: antecedentOf(earlier, setting.topic.antecedent),
      thread: `${setting.topic.thread}\n${text}`,
    };
    const told = { ...unit, ...leadless(unit) };
    const lacking = told.commitments.filter((one) => {
      const echoed = isEcho(told.text, one, setting);
      const sources = echoed ?? sourcesOf(one, told, topic, evidence);
      const isDisputed =
        echoed === undefined && sources.length > 0 && rivalsOf(one, told, topic, evidence).length > 0;
      if (isDisputed) disputed.push(one.kind);
      else for (const id of sources) citations.add(id);
      return sources.length === 0 || isDisputed;
    });
    const shift = unit.from + unit.text.length - told.text.length;
    open.push(...lacking.map((one) => ({ ...one, from: one.from + shift, to: one.to + shift })));
    const isBound = told.commitments.length > 0 && lacking.length === 0;
    const isFollowing = at > 0 && followsByItself.test(unit.text.trim());
    const grounds =
      lacking.length > 0 || isFollowing ? [] : groundsOf(unit.text, evidence, setting.topic.thread);
    for (const id of grounds) citations.add(id);
    if (lacking.length > 0 || unit.text.match(placeholderPattern))
      unsupported ||=
        repeatsCustomer(unit.text, evidence) || !isOfTheThread(mask(unit.text, unit.commitments), setting);
    else if (!isBound && !isFollowing && grounds.length === 0) unsupported = true;
  }
  const risks = [...disputed.map(disputedRisk), ...open.map(toRisk)];
  const given = [...text.matchAll(placeholderPattern)].map(([, kind = ""]) =>
    givenRisk(kind.toLowerCase() as CommitmentKind),
  );
  if (unsupported) {
    const reason = "A sentence said something that no source supports.";
    return {
      role: "statement",
      risks: [...risks, { kind: "unsupported_statement", severity: "MEDIUM", text: reason }],
      reason,
    };
  }
  const filled = fill(
    text,
    open.map((one) => withItsClause(one, text)),
  );
  if (!saysSomething(filled))
    return {
      role: "statement",
      risks: [...risks, ...given],
      reason: "Nothing but placeholders was left of a sentence.",
    };
  const sentence: DraftSentence = {
    text: filled,
    citations: open.length > 0 ? [] : [...citations].slice(0, 3),
  };
  return { role: "statement", sentence, risks: [...risks, ...given] };
}

/** What follows from anything, and promises nothing. */
const followsByItself =
  /^,?\s*so (?:there(?:'s| is) nothing (?:else |more )?(?:you need to|for you to) do|no action is needed|you(?:'re| are) (?:all )?(?:set|good to go)|you (?:don't|do not) (?:have|need) to do anything)[.!]*$/iu;

/** "It is in stock, and it …": who says "it" twice means the same. */
function antecedentOf(earlier: string | undefined, before: string): string {
  if (earlier === undefined) return before;
  return pronoun.test(earlier.trim()) ? `${before}\n${earlier}` : earlier;
}

function leadless(unit: ReturnType<typeof unitsOf>[number]) {
  const text = withoutLeadIn(unit.text);
  const cut = unit.text.length - text.length;
  if (unit.commitments.some(({ from }) => from < cut))
    return { text: unit.text, commitments: unit.commitments };
  return {
    text,
    commitments: unit.commitments.map((one) => ({ ...one, from: one.from - cut, to: one.to - cut })),
  };
}

const repeats =
  /\b(?:you (?:wrote|said|mentioned|asked|told|need|requested)|your (?:message|question|request|inquiry|enquiry))\b/i;

/** What the customer said, told as the customer's: days, numbers and what is to be had, never money or rights. */
function isEcho(text: string, { kind, value }: Commitment, { evidence }: Setting): string[] | undefined {
  if (grave.includes(kind) || !repeats.test(text)) return undefined;
  const said = evidence.filter(
    (one) =>
      one.isCustomers &&
      findCommitments(one.text, null).some((own) => own.kind === kind && own.value === value),
  );
  return said.length > 0 ? said.map(({ id }) => id) : undefined;
}

/** Whether what stands around a placeholder speaks of nothing but what the thread or a source speaks of. */
function isOfTheThread(text: string, { topic, evidence }: Setting): boolean {
  const known = new Set([
    ...contentWords(topic.thread, "english"),
    ...evidence.flatMap((one) => (one.isCustomers || one.binds ? [...one.words] : [])),
  ]);
  const told = contentWords(withoutLeadIn(text).replace(placeholderPattern, " "), "english").filter(
    (word) => !/^\d/.test(word),
  );
  const foreign = told.filter((word) => !known.has(word));
  return foreign.length <= Math.max(1, told.length * 0.25);
}

/** "We guarantee that …": what is guaranteed goes with the word. */
function withItsClause(one: Commitment, text: string): Commitment {
  const isWord = one.kind === "legal" || one.kind === "refund";
  const [money = ""] =
    one.kind === "refund"
      ? (/^\s+(?:the|your|their|all your|a)\s[^.;,]{0,60}?\bback\b/iu.exec(text.slice(one.to)) ?? [])
      : [];
  if (money !== "") return { ...one, to: one.to + money.length };
  const [clause = ""] =
    /^[\s,]*(?:(?:you|ihnen|vous|le|les)\s+)?(?:that|dass|que)\b[^.!?;]*/iu.exec(text.slice(one.to)) ?? [];
  return isWord && clause !== "" ? { ...one, to: one.to + clause.length } : one;
}

/** Placeholders where the commitments stood, each kind once in a row. */
function fill(text: string, open: readonly Commitment[]): string {
  return withoutInner(open)
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { kind, from, to }) => `${rest.slice(0, from)}${placeholder(kind)}${rest.slice(to)}`, text)
    .replace(/(\[confirm: (\w+)\])(?:[\s,]*\[confirm: \2\])+/g, "$1")
    .replace(/(\[confirm: (\w+)\])\s+\2\b/gi, "$1");
}

function withoutInner(open: readonly Commitment[]): Commitment[] {
  return open.filter(
    (one) => !open.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
  );
}

function saysSomething(text: string): boolean {
  return /\p{L}{2,}/u.test(
    text.replace(placeholderPattern, " ").replace(/\b(?:and|or|the|a|at|by|for|in|on|to|und|et|y)\b/giu, " "),
  );
}

function toRisk({ kind }: Commitment): DraftRisk {
  return {
    kind: "unsupported_commitment",
    severity: grave.includes(kind) ? "HIGH" : "MEDIUM",
    text: `No binding source has the ${kind} that was written: ${placeholder(kind)} stands in its place, or the sentence was left out.`,
  };
}

function disputedRisk(kind: CommitmentKind): DraftRisk {
  return {
    kind: "contradicting_sources",
    severity: "HIGH",
    text: `Sources that bind say different things about the ${kind} that was written, and none is known to be the newer one.`,
  };
}

function givenRisk(kind: CommitmentKind): DraftRisk {
  return {
    kind: "unsupported_commitment",
    severity: grave.includes(kind) ? "HIGH" : "MEDIUM",
    text: `The ${kind} is not known: fill in ${placeholder(kind)}.`,
  };
}
