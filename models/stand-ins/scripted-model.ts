import type { LanguageModel } from "#core/language-model.ts";
import type { Ask, AskRequest } from "../ask.ts";
import { structuredModel } from "../structured-model.ts";

/** What a scripted model does when asked: answers with an object or with any text, fails, or says nothing until aborted. */
export type ScriptedStep = { answer: unknown } | { text: string } | { fail: unknown } | "hang";

/** The steps in turn, the last one for ever; or a choice by what was asked and how often (from 0). */
export type ScriptedModelScript =
  | readonly ScriptedStep[]
  | ((request: AskRequest, n: number) => ScriptedStep);

export interface ScriptedModel extends LanguageModel {
  /** What it was asked, repairs included. */
  readonly asked: readonly AskRequest[];
}

/**
 * A language model in memory for tests. What it says passes the same check, repair, time limit (default 1 s) and
 * naming of errors as a real one's; it has no circuit breaker, so that every call of a test meets the script.
 */
export function scriptedModel(
  id: string,
  script: ScriptedModelScript,
  { timeoutMs = 1_000 } = {},
): ScriptedModel {
  const asked: AskRequest[] = [];
  const ask: Ask = async (request) => {
    const n = asked.push(request) - 1;
    const step = typeof script === "function" ? script(request, n) : (script[n] ?? script.at(-1));
    if (step === undefined || step === "hang") return untilAborted(request.signal);
    if ("fail" in step) throw step.fail;
    return "text" in step ? step.text : JSON.stringify(step.answer);
  };
  const options = { id, credential: "the script", secrets: [], timeoutMs, breaker: false };
  return { ...structuredModel(ask, options), asked };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
