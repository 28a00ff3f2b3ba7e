import type { TokenCount } from "#core/language-model.ts";

/** One turn of an exchange: who speaks, and what they say. */
export type Turn = readonly ["system" | "human" | "ai", string];

/** A JSON Schema object, as providers take it. */
export type JsonSchema = Record<string, unknown>;

/** What a provider is sent: the turns so far, and the shape that the answer must have. */
export interface AskRequest {
  turns: readonly Turn[];
  schema: JsonSchema;
  /** snake_case; some providers show it to the model. */
  schemaName: string;
  /** Ends the HTTP request, not only the waiting for it. */
  signal: AbortSignal;
  /** Is told what the request used, if the provider says. */
  onTokens?: (tokens: TokenCount) => void;
}

/** One request to one model: the text of its answer as it came, empty if it said nothing. Throws what the client throws. */
export type Ask = (request: AskRequest) => Promise<string>;
