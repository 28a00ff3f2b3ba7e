/** What the vectors are for: some models embed a question and a text that may answer it differently. */
export type EmbeddingTask = "document" | "query";

/** Turns texts into vectors of one fixed length. Port: providers in models/, local ones in knowledge/embeddings. */
export interface Embedder {
  /** `provider:model@dimensions`: vectors of different ids never share a space. */
  readonly id: string;
  readonly dimensions: number;
  /** True: computes here and at once, without a network. */
  readonly inProcess?: boolean;
  /** One unit-length vector a text, in order. @throws AppError AI_SERVICE_UNAVAILABLE */
  embed(texts: readonly string[], task: EmbeddingTask, signal?: AbortSignal): Promise<Float32Array[]>;
}
