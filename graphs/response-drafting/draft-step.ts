import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Read } from "#core/reader.ts";
import type { DraftingState } from "./state.ts";

interface Step<T> {
  state: DraftingState;
  config: LangGraphRunnableConfig;
  /** Share (0–1) of the time left that this step may take. */
  share: number;
  read: (call: { signal: AbortSignal; timeoutMs: number }) => Promise<Read<T>>;
  /** What stands if the drafter breaks its promise to answer in time. */
  otherwise: T;
}

/** A drafter that falls back needs a moment after its model's time is up. */
const graceMs = 500;

/** Lets a drafter do one step within its share of the time left; one that throws or hangs costs the step and a note. */
export async function draftStep<T>({ state, config, share, read, otherwise }: Step<T>) {
  const timeoutMs = Math.max(0, (state.deadline - performance.now()) * share);
  const { signal } = state.context;
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too slow")), timeoutMs + graceMs);
  try {
    const both = config.signal ? AbortSignal.any([signal, config.signal]) : signal;
    const { value, engine, note } = await Promise.race([read({ signal: both, timeoutMs }), promise]);
    return { value, engine, failed: false, notes: note === undefined ? [] : [note] };
  } catch (error) {
    if (signal.aborted || config.signal?.aborted) throw error;
    return { value: otherwise, engine: "local", failed: true, notes: ["a step of writing failed"] };
  } finally {
    clearTimeout(timer);
  }
}
