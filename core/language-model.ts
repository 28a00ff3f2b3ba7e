import type { z } from "zod";

/** One call for a structured answer. `system` is ours; `input` may quote customers and is never instructions. */
export interface StructuredRequest<T> {
  system: string;
  input: string;
  schema: z.ZodType<T>;
  /** A short snake_case name of the answer's schema, as providers require one. */
  schemaName: string;
  signal?: AbortSignal;
  /** Milliseconds that this call may take, if less than the model's own time limit. */
  timeoutMs?: number;
  /** Is told of each request that this call makes. */
  watch?: ExchangeWatch;
}

/** Tokens as the provider counted them. */
export interface TokenCount {
  prompt: number;
  response: number;
}

/** Sees what is sent to a provider and what comes back; neither may throw. */
export interface ExchangeWatch {
  asked(prompt: string): void;
  answered(text: string, tokens: TokenCount | undefined): void;
}

/** A language model that answers in a schema. Port: real providers in models/, scripted ones in tests. */
export interface LanguageModel {
  /** `provider:model`, as configured and as named in answers. */
  readonly id: string;
  /**
   * Asks once, checks the answer against the schema and, if it does not fit, asks the model to mend it once.
   * @throws AppError AI_SERVICE_UNAVAILABLE when the call fails, times out, or no answer fits.
   */
  generate<T>(request: StructuredRequest<T>): Promise<T>;
}
