import type { RetrievalSet } from "../retrieval/retrieval-set.ts";
import type { AnswerCase } from "./results.ts";

/** Texts with questions about them, some of which they do not answer. */
export interface AnswerSource extends Pick<RetrievalSet, "name" | "articles" | "conversations"> {
  cases: readonly AnswerCase[];
}
