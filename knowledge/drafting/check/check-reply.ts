import type { DraftRisk, DraftSentence } from "#core/domain/draft.ts";
import { isNegated } from "../../grounding/polarity.ts";
import { flaggedFrom } from "../../injection/injection-signal.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { phrasesFor } from "../write/phrases.ts";
import { answerQuestions } from "./answered-questions.ts";
import { checkSentence, type Setting } from "./check-sentence.ts";
import type { CheckedReply, Judged, ReplyToCheck } from "./checked-reply.ts";
import { contentWords } from "./content-words.ts";
import { type Acquaintance, courtesyOf, words } from "./courtesy.ts";
import { assent } from "./courtesy-phrases.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { overLong } from "./keep-to-length.ts";
import { splitSentences } from "./split-sentences.ts";
import { threadRisks } from "./thread-risks.ts";

/**
 * Holds a reply against what it may rest on. What no source supports goes, promises that no binding source has become placeholders,
 * foreign links and personal data never stay, and citations are set by code, whatever the writer claimed.
 */
export function checkReply(reply: ReplyToCheck): CheckedReply {
  const { thread, questions } = reply;
  // Of a message that reads like orders nothing is told back.
  const isFlagged = reply.injection.score >= flaggedFrom;
  const evidence = evidenceOf(thread, reply.sources).filter(({ isCustomers }) => !isCustomers || !isFlagged);
  const judged = judgeAll(reply, evidence);
  const long = new Set(overLong(judged, longestOf(reply)));
  const kept = judged.filter((one) => one.sentence && !long.has(one));
  const asked = answerQuestions(questions, answersIn(kept, evidence));
  const open = asked.filter(({ answered }) => !answered);
  const sentences = withPromiseToCheck(kept, { open: open.filter(({ toFill }) => !toFill).length, thread });
  return {
    sentences,
    risks: unique([
      ...judged.flatMap(({ risks }) => risks),
      ...lengthRisk(long.size),
      ...openRisk(open.length, questions.length),
      ...threadRisks(thread.answers.text, reply.injection),
    ]),
    questions: asked.map(({ text, answered }) => ({ text, answered })),
    removed: [
      ...judged.flatMap(({ reason, text }) => (reason === undefined ? [] : [{ text, reason }])),
      ...[...long].map(({ sentence }) => ({ text: sentence?.text ?? "", reason: "The reply was too long." })),
    ],
  };
}

function judgeAll(
  { thread, sentences, questions }: ReplyToCheck,
  evidence: readonly Evidence[],
): (Judged & { text: string })[] {
  const known = acquaintanceOf(thread);
  const asked = [thread.subject ?? "", thread.answers.text].join("\n");
  const forbidden = thread.rules
    .filter(({ kind }) => kind === "forbidden")
    .map(({ value }) => phraseOf(value));
  let antecedent = "";
  const told: string[] = [];
  const judged = splitSentences(sentences, (text) => courtesyOf(text, known) !== undefined).map((text) => {
    const topic = {
      antecedent: antecedent || questions.join("\n") || asked,
      thread: [asked, ...told].join("\n"),
    };
    const setting: Setting = { thread, evidence, known, topic, forbidden };
    const verdict = checkSentence(text, setting);
    if (verdict.role === "statement") {
      if (verdict.sentence) told.push(text);
      antecedent = text;
    }
    return { ...verdict, text };
  });
  return judged.map((one, at) =>
    assent.test(one.text.trim()) && isCarriedOut(judged[at + 1], questions, evidence)
      ? { role: "courtesy", sentence: { text: one.text, citations: [] }, risks: [], text: one.text }
      : one,
  );
}

/** Whether what follows a yes answers all that was asked, from sources and without holes, and does not say no. */
function isCarriedOut(
  next: (Judged & { text: string }) | undefined,
  questions: readonly string[],
  evidence: readonly Evidence[],
): boolean {
  if (!next?.sentence || next.sentence.citations.length === 0 || next.risks.length > 0) return false;
  if (isNegated(next.text)) return false;
  return answerQuestions(questions, answersIn([next], evidence)).every(({ answered }) => answered);
}

function acquaintanceOf({ contact, messages, answers, recipients, sender }: ThreadToAnswer): Acquaintance {
  const inbound = messages.filter(({ direction }) => direction === "INBOUND");
  const names = [contact.name, contact.firstName ?? "", ...inbound.map((message) => message.sender ?? "")];
  const addresses = recipients.to.map((address) => address.split("@")[0] ?? "");
  // How somebody signs tells how they are called.
  const signature = answers.text
    .trim()
    .split("\n")
    .slice(-2)
    .filter((line) => line.length <= 40);
  return {
    contact: new Set([...names, ...addresses, ...signature].flatMap(words)),
    sender: new Set([sender.name ?? "", sender.firstName ?? "", ...closingNames].flatMap(words)),
    thread: [answers.text, ...inbound.map(({ text }) => text)].join("\n"),
  };
}

const closingNames = ["your team", "the team", "das team", "ihr team", "l'équipe", "su equipo"];

function phraseOf(value: string): RegExp {
  const escaped = value
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu");
}

/** The shortest of what the user and the rules for any topic allow. */
function longestOf({ thread: { settings, rules } }: ReplyToCheck): number {
  const limits = rules
    .filter(({ kind, topic }) => kind === "length" && topic === null)
    .map(({ value }) => Number(value));
  return Math.min(settings.user.max_response_length, ...limits.filter((limit) => limit > 0));
}

function answersIn(kept: readonly Judged[], evidence: readonly Evidence[]) {
  return kept.flatMap(({ role, sentence }) => {
    if (role !== "statement" || !sentence) return [];
    const cited = evidence.filter(({ id }) => sentence.citations.includes(id));
    const support = cited.flatMap((one) => [one.title, ...sameSentences(sentence.text, one)]);
    return [{ text: sentence.text, support: [sentence.text, ...support].join("\n") }];
  });
}

/** The sentences of a source that hold most of what a sentence says. */
function sameSentences(text: string, { sentences, language }: Evidence): string[] {
  const told = contentWords(text, language);
  return sentences
    .map((one) => one.text)
    .filter((one) => {
      const words = new Set(contentWords(one, language));
      return told.filter((word) => words.has(word)).length >= told.length * 0.8;
    });
}

/** Where something is told and something else stays open, the reply says so before it closes. */
function withPromiseToCheck(
  kept: readonly Judged[],
  { open, thread }: { open: number; thread: ThreadToAnswer },
): DraftSentence[] {
  const sentences = kept.flatMap(({ sentence }) => (sentence ? [sentence] : []));
  const tells = kept.some(({ role }) => role === "statement");
  if (open === 0 || !tells || kept.some(({ role }) => role === "check")) return sentences;
  const closings = kept.toReversed().findIndex(({ role }) => role !== "closing" && role !== "courtesy");
  const place = sentences.length - Math.max(0, closings);
  return sentences.toSpliced(place, 0, { text: phrasesFor(thread.answers.text).checkRest, citations: [] });
}

function lengthRisk(removed: number): DraftRisk[] {
  if (removed === 0) return [];
  return [
    {
      kind: "length",
      severity: "LOW",
      text: `The reply was too long: ${removed} of its sentences were taken out.`,
    },
  ];
}

function openRisk(open: number, all: number): DraftRisk[] {
  if (open === 0) return [];
  const severity = open === all && all > 1 ? "HIGH" : open > 1 || all === 1 ? "MEDIUM" : "LOW";
  return [{ kind: "open_question", severity, text: `${open} of ${all} questions are not answered.` }];
}

function unique(risks: readonly DraftRisk[]): DraftRisk[] {
  return [...new Map(risks.map((risk) => [`${risk.kind} ${risk.text}`, risk])).values()];
}
