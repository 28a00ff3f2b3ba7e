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
