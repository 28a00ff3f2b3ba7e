import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import type { DraftingTask } from "#core/drafter.ts";
import { figuresOf } from "../../grounding/figures.ts";
import { missingName } from "../../grounding/names.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";
import { gradePassages } from "../../retrieval/reading/grade.ts";
import { questionWords, rarity } from "../../retrieval/reading/question-words.ts";
import { partsOf, questionFocus } from "./question-focus.ts";
import { questionShare } from "./question-share.ts";
import { recordedAnswers } from "./recorded-answers.ts";
import { type Sought, type TellingSentence, tellingSentences } from "./telling-sentences.ts";
import { wantedKind } from "./wanted-kind.ts";

/** Share of a question's words that a source must hold to answer it. */
const leastRelevance = 0.37;
/** The article that the search put first, and one that tells the sum or the day that is asked for, need not hold so many. */
const leastOfFirst = 0.25;
const leastOfWanted = 0.15;
/** What the second article's share of the question's own words counts. */
const nearShare = 0.8;
/** A question of nothing but words such as "get" and "know" says too little for that. */
const leastWeight = 0.4;
/** Share of a past reply's words that the question must have instead. */
const leastShare = 0.65;
/** A second source speaks only if it holds so much of the question that the first does not. */
const leastGain = 0.3;
const mostSources = 2;
const mostPerSource = 3;
/** What a source that tells the wanted kind of thing, or an article rather than a message, is worth among those that fit. */
const wantedBonus = 0.4;
const articleBonus = 0.1;

type Task = Pick<DraftingTask, "sources" | "history" | "incoming" | "questions" | "intent" | "names">;

/** The sentences of the sources that answer a question best, word for word, each with its source; none where no source answers. */
export function answerSentences(question: string, task: Task): DraftSentence[] {
  const recorded = recordedAnswers(question, task.sources);
  if (recorded.length > 0) return recorded;
  const told = partsOf(question).flatMap((part) => ownAnswers(part, task));
  return told.length > 0 ? distinct(told) : repliedBefore(question, task.sources);
}

function distinct(sentences: readonly DraftSentence[]): DraftSentence[] {
  return [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
}

/** What the articles and the team's own messages to this contact say. */
function ownAnswers(question: string, task: Task): DraftSentence[] {
  const sources = task.sources.filter(speaks);
  if (sources.length === 0) return [];
  const focus = questionFocus(question);
  const history = [before(question, task.incoming)].filter((text) => text !== "");
  const wanted = wantedKind(question);
  const own = telling([...questionWords(focus)]);
  const unnamed = withoutNames(own, focus);
  const withBefore = telling([...questionWords(focus, history)]);
  const held = sources.map(({ title, text }) => new Set(analyse(`${title ?? ""}\n${text}`).tokens));
  const rare = rarity(held);
  const weighted = (words: [string, number][]) =>
    words.map(([word, weight]): [string, number] => [word, weight * rare(word)]);
  const total = weighted(own)
    .filter(([word]) => held.some((terms) => terms.has(word)))
    .reduce((sum, [, weight]) => sum + weight, 0);
  const context = new Set(
    analyse([task.incoming, ...task.history.map(({ text }) => text)].join("\n")).tokens,
  );
  const articles = sources.filter(({ kind }) => kind === "article");
  const hasWord = own.some(([, weight]) => weight >= leastWeight);
  // "The price of a boat" is no answer where nobody speaks of boats.
  const isOfTheThread = (line: string) =>
    analyse(line).tokens.some(
      (token) => context.has(token) && held.filter((terms) => terms.has(token)).length * 2 <= held.length,
    );
  const hits = sources.map(toHit);
  const alone = gradePassages({ question: focus, history: [], passages: hits });
  const grades = gradePassages({ question: focus, history, passages: hits });
  const fit = sources
    .map((source, index) => {
      const isArticle = source.kind === "article";
      // A message of ours must hold the question's own words; an article may be about what stands before it.
      const words = isArticle ? withBefore : unnamed;
      const sought: Sought = {
        words: weighted(words),
        own: new Set(own.map(([word]) => word)),
        total,
        context,
        wanted,
        atMost: mostPerSource,
      };
      const place = isArticle ? articles.indexOf(source) : Number.POSITIVE_INFINITY;
      // Several questions are searched for at once, and then the first article need not be this one's.
      const isFirst = hasWord && place === 0 && task.questions.length === 1;
      const isNear = hasWord && place < 2;
      const relevance = Math.max(
        grades[index]?.relevance ?? 0,
        isFirst || isNear ? (alone[index]?.relevance ?? 0) * (isFirst ? 1 : nearShare) : 0,
      );
      const sentences = tellingSentences(source, sought);
      const tells = wanted !== undefined && sentences.some(({ text }) => wanted(text) && isOfTheThread(text));
      const least = tells ? leastOfWanted : isFirst ? leastOfFirst : leastRelevance;
      const worth = relevance + (tells ? wantedBonus : 0) + (isArticle ? articleBonus : 0);
      return { source, sentences, worth, isFit: relevance >= least };
    })
    .filter(
      ({ source, sentences, isFit }) => isFit && sentences.length > 0 && holdsNames(focus, source, task),
    )
    .toSorted((a, b) => b.worth - a.worth);
  const [first, ...others] = fit;
  if (first === undefined) return [];
  const known = new Set(first.sentences.flatMap(({ covers }) => covers));
  const gainOf = ({ covers }: TellingSentence) =>
    weighted(own).reduce(
      (sum, [word, weight]) => sum + (covers.includes(word) && !known.has(word) ? weight : 0),
      0,
    );
  const more = others
    .flatMap(({ sentences }) => sentences.slice(0, 1))
    .filter((sentence) => gainOf(sentence) >= leastGain * total)
    .toSorted((a, b) => gainOf(b) - gainOf(a));
  return [...first.sentences, ...more.slice(0, mostSources - 1)].map(({ text, citations }) => ({
    text,
    citations,
  }));
}

/** Without "need" and "get" where a question has more to say. */
function telling(words: [string, number][]): [string, number][] {
  const heavy = words.filter(([, weight]) => weight >= leastWeight);
  return heavy.length > 0 ? heavy : words;
}

/** To mention who is asked about is no answer. */
function withoutNames(words: [string, number][], question: string): [string, number][] {
  const names = [...question.matchAll(/(?<=[\p{L}\d,] )\p{Lu}[\p{L}'’-]+/gu)].flatMap(
    ([name]) => analyse(name, detectLanguage(question)).tokens,
  );
  const rest = words.filter(([word]) => !names.includes(word));
  return rest.length > 0 ? rest : words;
}

/** The sentence of a past reply that says little else than what is asked. */
function repliedBefore(question: string, sources: readonly DraftSource[]): DraftSentence[] {
  return sources
    .filter(({ kind }) => kind === "reply")
    .flatMap(({ id, text }) =>
      sentencesOf(text).map((line) => ({ line, id, share: questionShare(line, question) })),
    )
    .filter(({ line, share }) => share >= leastShare && (!line.includes("[confirm:") || wantedKind(question)))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 1)
    .map(({ line, id }) => ({ text: line, citations: [id] }));
}

/** What is typically said to messages of this intent, where past replies show it and it speaks of what is asked, or names a sum. */
export function typicalSentences({
  sources,
  intent,
  incoming,
}: Pick<Task, "sources" | "intent" | "incoming">) {
  const asked = new Set(analyse(incoming).tokens);
  const isFitting = (line: string) =>
    /\[confirm: (?:price|discount)\]/.test(line) ||
    analyse(line.replace(/\[confirm: \w+\]/g, " ")).tokens.some((token) => asked.has(token));
  return sources
    .filter(({ kind, title }) => kind === "reply" && intent !== null && title === intent)
    .flatMap(({ id, text }) =>
      sentencesOf(text).map((line): DraftSentence => ({ text: line, citations: [id] })),
    )
    .filter(({ text }) => isFitting(text))
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
  // German writes every noun with a capital; there the share of words must tell.
  const isNamed =
    language === "german" || missingName(asked, { text: evidence, window: "", language }) === undefined;
  return (
    isNamed &&
    figuresOf(asked)
      .codes.filter((code) => /\p{L}/u.test(code))
      .every((code) => codes.includes(code))
  );
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
