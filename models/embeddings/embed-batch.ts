import type { EmbeddingTask } from "#core/embedder.ts";

export interface EmbedRequest {
  texts: readonly string[];
  task: EmbeddingTask;
  dimensions: number;
  signal: AbortSignal;
}

/** How one provider embeds: what a single request may hold, and the request. */
export interface EmbedBatch {
  /** Texts a request may hold. */
  maxTexts: number;
  /** Characters a request may hold in all. */
  maxCharacters: number;
  /** One vector a text, in order, of any length. Throws what its HTTP client throws. */
  send(request: EmbedRequest): Promise<number[][]>;
}
