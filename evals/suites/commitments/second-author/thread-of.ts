import type { DraftSentence, DraftSource } from "#core/domain/draft.ts";
import { threadSources } from "#knowledge/drafting/sources/draft-sources.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";
import type { Draw } from "../draw.ts";
import { madeThread } from "../made-thread.ts";
import type { Language } from "./slots.ts";

/** A thread with its sources and the reply that somebody wrote. */
export interface WrittenReply {
  thread: ThreadToAnswer;
  sources: DraftSource[];
  questions: string[];
  sentences: DraftSentence[];
}

export interface Told {
  language: Language;
  /** The question, and what the customer wrote around it. */
  asked: string;
  around?: string | undefined;
  earlier: readonly { ours: boolean; text: string }[];
  record: readonly string[];
  articles: readonly string[];
  /** What others were told. */
  replies: readonly string[];
  body: readonly string[];
}

const people = ["Nadia Ferrand", "Owen Pryce", "Ilse Brandt", "Carmen Ruiz", "Tobias Lund", "Mei Tanaka"];
const sellers = ["Ruth Albers", "Dario Conti", "Fiona Webb"];
const greetings: Readonly<Record<Language, readonly string[]>> = {
  en: ["Hi {first},", "Hello {first},", "Good morning {first},"],
  de: ["Guten Tag {last},", "Hallo {first},"],
  fr: ["Bonjour {first},"],
  es: ["Hola {first}:", "Buenos días, {first}:"],
};
const closings: Readonly<Record<Language, readonly string[]>> = {
  en: ["Best,\n{sender}", "Kind regards\n{sender}", "Cheers,\n{sender}"],
  de: ["Viele Grüße\n{sender}", "Mit freundlichen Grüßen\n{sender}"],
  fr: ["Cordialement\n{sender}", "Bien à vous,\n{sender}"],
  es: ["Un saludo,\n{sender}", "Atentamente\n{sender}"],
};

/** The reply with greeting and closing, in a thread of made-up people. */
export function threadOf(draw: Draw, told: Told): WrittenReply {
  const [first = "", last = ""] = draw.pick(people).split(" ");
  const sender = draw.pick(sellers);
  const put = (text: string) =>
    text.replaceAll("{first}", first).replaceAll("{last}", last).replaceAll("{sender}", sender);
  const thread = madeThread({
    first,
    last,
    sender,
    asked: `${told.around ?? ""}${told.asked}\n\n${first}`,
    earlier: told.earlier.map(({ ours, text }) => ({
      ours,
      text: ours ? put([greetings[told.language][0], text, closings[told.language][0]].join("\n\n")) : text,
    })),
    record: told.record.map((text) => ({ field: "agreed", text: `Agreed: ${text}` })),
  });
  const sentences = [
    put(draw.pick(greetings[told.language])),
    ...told.body,
    put(draw.pick(closings[told.language])),
  ];
  return {
    thread,
    sources: [
      ...thread.record,
      ...told.articles.map((text, at) => source(`a:${at + 1}#0`, text)),
      ...threadSources(thread, 3),
      ...told.replies.map((text, at) => source(`r:${at + 1}`, text)),
    ],
    questions: [told.asked],
    sentences: sentences.map((text) => ({ text, citations: [] })),
  };
}

function source(id: string, text: string): DraftSource {
  const isArticle = id.startsWith("a:");
  return { id, kind: isArticle ? "article" : "reply", title: null, text, at: null, binds: isArticle };
}
