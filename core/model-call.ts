import type { Principal } from "./principal.ts";

/** How a call of a language model ended; `open` means that the breaker let nothing be asked. */
export type ModelOutcome = "ok" | "timeout" | "refused" | "failed" | "open" | "cancelled";

/** What one call of a language model was and cost, repairs included. */
export interface ModelCall {
  principal: Principal;
  /** Which tool asked. */
  purpose: string;
  /** `provider:model`. */
  model: string;
  promptTokens: number;
  responseTokens: number;
  responseTimeMs: number;
  /** Millionths of a US dollar. */
  costMicroUsd: number;
  outcome: ModelOutcome;
  /** As sent and received, personal data and all: whoever keeps them redacts them. */
  prompt: string;
  response: string;
  /** Requests that were sent: 2 when an answer had to be mended. */
  requests: number;
  /** Whether tokens were counted from the texts because the provider did not tell. */
  estimated: boolean;
}

/** What a tenant may still use of language models. */
export interface ModelBudget {
  /** @throws AppError AI_SERVICE_UNAVAILABLE when tokens or money of the day are used up */
  admit(
    principal: Principal,
    expected: { model: string; tokens: number; costMicroUsd: number },
  ): Promise<() => void>;
}

/** Takes note of a call. Resolves once it is written or given up, and never rejects; nobody waits for it before answering. */
export type RecordModelCall = (call: ModelCall) => Promise<void>;
