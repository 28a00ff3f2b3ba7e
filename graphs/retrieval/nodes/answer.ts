import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { PassageHit } from "#core/domain/passage.ts";
import type { Reader, WrittenSentence } from "#core/reader.ts";
import { readStep } from "../read-step.ts";
import type { RetrievalState, RetrievalUpdate } from "../state.ts";
import { passagesRead } from "./grade.ts";

/** What a reader is shown for an answer. */
const mostPassages = 12;
const mostCharacters = 24_000;

/** Lets the reader answer from the passages that serve best. */
export const answer =
  (reader: Reader) =>
  async (state: RetrievalState, config: LangGraphRunnableConfig): Promise<RetrievalUpdate> => {
    const passages = toRead(state);
    const { value, engine, failed, update } = await readStep<WrittenSentence[]>({
      state,
      config,
      share: 1,
      otherwise: [],
      read: (call) => reader.answer({ ...call, passages }),
    });
    return { ...update, written: value, writer: engine, writingFailed: failed };
  };

/** Lets the local reader quote: the model failed, or nothing that it wrote stood. Should this fail too, there is nobody left to ask. */
export const answerLocally =
  (localReader: Reader) =>
  async (state: RetrievalState, config: LangGraphRunnableConfig): Promise<RetrievalUpdate> => ({
    ...(await answer(localReader)(state, config)),
    writingFailed: false,
  });

/** The best graded of what was read, best first, within the budget. */
function toRead({ pool, grades, question }: RetrievalState): PassageHit[] {
  const relevance = ({ no }: PassageHit) => grades[no] ?? 0;
  const ordered = pool
    .slice(0, Math.max(passagesRead, question.limit))
    .toSorted((a, b) => relevance(b) - relevance(a))
    .slice(0, mostPassages);
  let characters = 0;
  return ordered.filter(({ text }, index) => {
    characters += text.length;
    return index === 0 || characters <= mostCharacters;
  });
}
