import type { Relevance } from "./metrics.ts";

/** A text that may be found, as an article of the team's. */
export interface SetArticle {
  id: string;
  title: string | null;
  text: string;
}

/** A conversation in the format that the import reads, every message with an id that no other has. */
export interface SetConversation {
  id: string;
  contact: string;
  channel: string;
  subject?: string;
  messages: { id: string; from: string; direction: "INBOUND" | "OUTBOUND"; at: string; text: string }[];
}

export interface SetQuery {
  id: string;
  text: string;
  history?: readonly string[];
  /** By the id of an article or message. */
  relevant: Relevance;
}

/** Texts, questions about them, and which texts answer which. */
export interface RetrievalSet {
  name: string;
  /** What is asked of what, for the reader of a report. */
  about: string;
  articles: readonly SetArticle[];
  conversations: readonly SetConversation[];
  queries: readonly SetQuery[];
  /** How many of a ranking count for recall. */
  k: number;
}

/** Everything that may be found, as the reference search reads it. */
export function documentsOf({ articles, conversations }: RetrievalSet): { id: string; text: string }[] {
  return [
    ...articles.map(({ id, title, text }) => ({ id, text: `${title ?? ""} ${text}` })),
    ...conversations.flatMap(({ messages }) => messages.map(({ id, text }) => ({ id, text }))),
  ];
}
