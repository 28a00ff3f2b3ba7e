import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Read, ReaderCall } from "#core/reader.ts";
import type { RetrievalState, RetrievalUpdate } from "./state.ts";

interface Step<T> {
  state: RetrievalState;
  config: LangGraphRunnableConfig;
  /** Share (0–1) of the time left that this step may take. */
  share: number;
  read: (call: ReaderCall) => Promise<Read<T>>;
  /** What stands if the reader breaks its promise to answer in time. */
  otherwise: T;
}

/** A reader that falls back needs a moment after its model's time is up. */
const graceMs = 500;

interface Done<T> {
  value: T;
  engine: string;
  /** True when `value` is what stands otherwise: nobody did the step. */
  failed: boolean;
  update: Pick<RetrievalUpdate, "notes" | "engines">;
}

/** Lets a reader do one step within its share of the time left; one that fails or hangs costs the step and a note. */
export async function readStep<T>({ state, config, share, read, otherwise }: Step<T>): Promise<Done<T>> {
  const timeoutMs = Math.max(0, (state.deadline - performance.now()) * share);
  const { text: question, history } = state.question;
  try {
    const call = { question, history, signal: config.signal, timeoutMs };
    const { value, engine, note } = await inTime(read(call), timeoutMs + graceMs);
    const update = { engines: [engine], notes: note === undefined ? [] : [note] };
    return { value, engine, failed: false, update };
  } catch (error) {
    if (config.signal?.aborted) throw error;
    const update = { notes: ["a step of reading failed"] };
    return { value: otherwise, engine: "local", failed: true, update };
  }
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too slow")), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
