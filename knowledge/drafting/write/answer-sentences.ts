import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import type { DraftingTask } from "#core/drafter.ts";
import { figuresOf } from "../../grounding/figures.ts";
import { missingName } from "../../grounding/names.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";
import { gradePassages } from "../../retrieval/reading/grade.ts";
import { questionWords, rarity } from "../../retrieval/reading/question-words.ts";
import { beforeSignature } from "../../signals/signature.ts";
import { isAside, isMomentary } from "./asides.ts";
import { questionShare } from "./question-share.ts";
import { recordedAnswers } from "./recorded-answers.ts";

/** Share of a question's words that a source must hold to answer it. */
const leastRelevance = 0.37;
/** Share of a past reply's words that the question must have instead. */
const leastShare = 0.65;
/** A second source speaks only if it is nearly as good. */
const nearlyAsGood = 0.85;
const mostSources = 2;
const mostPerSource = 3;
const longestSentence = 400;
const fewestWords = 3;

type Task = Pick<DraftingTask, "sources" | "history" | "incoming" | "intent" | "names">;

/** The sentences of the sources that answer a question best, word for word, each with its source; none where no source answers. */
export function answerSentences(question: string, task: Task): DraftSentence[] {
  const recorded = recordedAnswers(question, task.sources);
  if (recorded.length > 0) return recorded;
  const told = ownAnswers(question, task);
  return told.length > 0 ? told : repliedBefore(question, task.sources);
}

/** What the articles and the team's own messages to this contact say. */
function ownAnswers(question: string, task: Task): DraftSentence[] {
  const sources = task.sources.filter(speaks);
  if (sources.length === 0) return [];
  const history = [before(question, task.incoming)].filter((text) => text !== "");
  const hits = sources.map(toHit);
  const grades = gradePassages({ question, history, passages: hits });
  const fit = sources
    .map((source, index) => ({ source, relevance: grades[index]?.relevance ?? 0 }))
    .filter(({ source, relevance }) => relevance >= leastRelevance && holdsNames(question, source, task))
    .toSorted((a, b) => b.relevance - a.relevance);
  const best = fit[0]?.relevance ?? 0;
  const rare = rarity(sources.map(({ text }) => new Set(analyse(text).tokens)));
  // A message of ours must hold the question's own words; an article may be about what stands before it.
  const asked = { own: [...questionWords(question)], withBefore: [...questionWords(question, history)] };
  return fit
    .filter(({ relevance }) => relevance >= best * nearlyAsGood)
    .slice(0, mostSources)
    .flatMap(({ source }, index) =>
      telling(source, { words: source.kind === "article" ? asked.withBefore : asked.own, rare }).slice(
        0,
        index === 0 ? mostPerSource : 1,
      ),
    );
}

/** The sentence of a past reply that says little else than what is asked. */
function repliedBefore(question: string, sources: readonly DraftSource[]): DraftSentence[] {
  return sources
    .filter(({ kind }) => kind === "reply")
    .flatMap(({ id, text }) =>
      sentencesOf(text).map((line) => ({ line, id, share: questionShare(line, question) })),
    )
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 1)
    .map(({ line, id }) => ({ text: line, citations: [id] }));
}

/** What is typically said to messages of this intent, where past replies show it. */
export function typicalSentences({
  sources,
  intent,
}: Pick<DraftingTask, "sources" | "intent">): DraftSentence[] {
  return sources
    .filter(({ kind, title }) => kind === "reply" && intent !== null && title === intent)
    .flatMap(({ id, text }) => sentencesOf(text).map((line) => ({ text: line, citations: [id] })))
    .slice(0, mostSources);
}

/** What the customer wrote answers nothing; fields of the record are read for themselves. */
function speaks({ id, kind, binds }: DraftSource): boolean {
  if (kind === "article") return true;
  return kind === "record" ? id.startsWith("c:fact") : binds;
}

/** A source about another product, or another model of it, is no answer; names of the thread need not stand in it. */
function holdsNames(question: string, { title, text }: DraftSource, { names }: Task): boolean {
  const own = [names.contactFirstName, names.senderName].filter((name) => name !== null);
  const asked = own.reduce(
    (rest, name) => rest.replaceAll(name, " "),
    question.replace(/^\P{L}*\p{Lu}/u, (c) => c.toLowerCase()),
  );
  const evidence = `${title ?? ""}\n${text}`;
  const { codes } = figuresOf(evidence);
  const language = detectLanguage(text);
  return (
    missingName(asked, { text: evidence, window: "", language }) === undefined &&
    figuresOf(asked)
      .codes.filter((code) => /\p{L}/u.test(code))
      .every((code) => codes.includes(code))
  );
}

/** The sentences with most of the question's words, in their own order. */
function telling(
  { id, kind, title, text }: DraftSource,
  { words, rare }: { words: [string, number][]; rare: (term: string) => number },
): DraftSentence[] {
  const language = detectLanguage(text);
  const heading = new Set(analyse(title ?? "", language).tokens);
  const said = kind === "article" ? text : beforeSignature(text);
  const scored = sentencesOf(said).flatMap((sentence, place) => {
    const line = sentence.replace(/\s+/g, " ");
    if (line.length > longestSentence || isAside(line) || wordsIn(line) < fewestWords) return [];
    if (kind !== "article" && kind !== "record" && isMomentary(line)) return [];
    const tokens = new Set(analyse(line, language).tokens);
    const score = words.reduce((sum, [word, weight]) => {
      const held = tokens.has(word) ? 1 : heading.has(word) ? 0.3 : 0;
      return sum + held * weight * rare(word);
    }, 0);
    return [{ line, place, score: score - place / 1000 }];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best * 0.5)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostPerSource)
    .toSorted((a, b) => a.place - b.place)
    .map(({ line }) => ({ text: line, citations: [id] }));
}

function wordsIn(line: string): number {
  return line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** "What would that cost?" is about what stands before it. */
function before(question: string, incoming: string): string {
  const at = incoming.indexOf(question);
  return at > 0 ? incoming.slice(Math.max(0, at - 300), at) : "";
}

/** The reading of passages wants passages. */
function toHit({ kind, title, text }: DraftSource, index: number): PassageHit {
  return {
    no: index,
    kind: kind === "article" ? "article" : "message",
    messageId: null,
    messageExternalId: null,
    conversationId: null,
    conversationExternalId: null,
    articleId: null,
    articleExternalId: null,
    contactId: null,
    contactName: null,
    company: null,
    part: 0,
    speaker: null,
    direction: "OUTBOUND",
    channel: null,
    title,
    text,
    at: new Date(0),
    score: 0,
    ranks: {},
  };
}
