import type { PassageFilter, PassageHit } from "./domain/passage.ts";
import type { ToolContext } from "./tool.ts";

/** One search. */
export interface SearchRequest {
  text: string;
  /** What was said before in the same conversation, oldest first: counts less than `text`. */
  history?: readonly string[];
  filter?: PassageFilter;
  /** 1–200. */
  limit: number;
  /** A passage this many days older counts half as much; absent: age does not count. */
  recencyHalfLifeDays?: number;
  /** Leave out what says nearly the same as something better placed. */
  diverse?: boolean;
  /** Further terms to look for, each as important (0–1) as its weight against a word of `text`. */
  expansion?: readonly { term: string; weight: number }[];
}

export interface SearchResult {
  /** Best first. */
  hits: PassageHit[];
  /** What was searched: for an honest "not in the records". */
  searched: {
    passages: number;
    /** The embedder whose vectors took part; null: words only. */
    embedder: string | null;
    /** Texts that wait to be made searchable. */
    pending: number;
  };
}

/** One text looked for in several scopes, each ranked by itself. */
export interface ScopedSearchRequest extends Omit<SearchRequest, "filter" | "limit"> {
  scopes: readonly { filter?: PassageFilter; limit: number }[];
}

/** A question to the records. */
export interface Question extends Omit<SearchRequest, "limit" | "expansion"> {
  /** Passages wanted, 1–50. */
  limit: number;
  /** False: passages only, no answer is written. */
  answer: boolean;
  /** Rounds of searching at most, 1–5. */
  rounds?: number;
  /** Milliseconds in all, after which the best so far is returned. */
  timeoutMs?: number;
}

/** A sentence of an answer with the passages (by `no`) that code found to support it. */
export interface CitedSentence {
  text: string;
  citations: number[];
}

export interface Retrieved {
  /** Best first. */
  passages: PassageHit[];
  /** Empty when the records do not tell, or no answer was asked for. */
  answer: CitedSentence[];
  /** True when an answer was asked for and the records hold no evidence for one. */
  abstained: boolean;
  /** 0–1: how well the evidence covers the question. */
  confidence: number;
  /** What was searched for, in order. */
  tried: { query: string; round: number; found: number }[];
  searched: SearchResult["searched"];
  /** "local" or the model that read and wrote. */
  engine: string;
  /** Why a configured model's work was not used; never quotes it. */
  notes: string[];
}

/** Finds passages and, if wanted, answers from them. Compiled from graphs/retrieval in compose and handed to other agents. */
export type Retrieve = (context: ToolContext, question: Question) => Promise<Retrieved>;
