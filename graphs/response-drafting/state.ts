import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { DraftContent, DraftSentence, DraftSource } from "#core/domain/draft.ts";
import type { ToolContext } from "#core/tool.ts";
import type { MessageReading } from "#tools/detect-intent.ts";
import type { MessageInjection } from "#tools/read-injection.ts";
import type { DraftingTools } from "./ports.ts";

type ThreadInput = Parameters<DraftingTools["readThread"]["run"]>[1];
type Thread = Awaited<ReturnType<DraftingTools["readThread"]["run"]>>;
type Saved = Awaited<ReturnType<DraftingTools["saveDraft"]["run"]>>;

const list = <T>() =>
  new ReducedValue(
    z.custom<T[]>().default(() => []),
    {
      inputSchema: z.custom<T[]>(),
      reducer: (current: T[], added: T[]) => [...current, ...added],
    },
  );

/** What is to be answered, and what the user wants in the answer. */
export interface DraftRequest {
  reference: ThreadInput;
  instructions: string | null;
}

/** A body as somebody wrote it. */
export interface WrittenBody {
  sentences: DraftSentence[];
  engine: string;
}

/** What is left of a body after the checks. */
export interface Candidate {
  engine: string;
  checked: ReturnType<DraftingTools["checkReply"]>;
}

/** What travels through the graph: a thread comes in, a body is written and checked, a proposal comes out. */
export const DraftingState = new StateSchema({
  context: z.custom<ToolContext>(),
  request: z.custom<DraftRequest>(),
  thread: z.custom<Thread>(),
  reading: z.custom<MessageReading>(),
  injection: z.custom<MessageInjection>(),
  sources: z.custom<DraftSource[]>().default(() => []),
  /** performance.now() when models must have done. */
  deadline: z.number(),
  body: z.custom<WrittenBody>(),
  /** How often the drafter wrote. */
  tries: z.number().default(0),
  /** What should be better. */
  problems: z.custom<string[]>().default(() => []),
  candidates: list<Candidate>(),
  /** Why a person must write the answer. */
  reason: z.string(),
  content: z.custom<DraftContent>(),
  response: z.custom<string | null>(),
  engine: z.string(),
  saved: z.custom<Saved>(),
  notes: list<string>(),
});
export type DraftingState = typeof DraftingState.State;
export type DraftingUpdate = typeof DraftingState.Update;
