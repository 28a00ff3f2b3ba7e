import type { Config } from "#core/config.ts";
import type { Ask } from "../ask.ts";
import type { EmbedBatch } from "../embeddings/embed-batch.ts";

/** One company's or server's models. Making one costs nothing: its package is loaded by the first request. */
export interface Provider {
  /** The environment variable that holds or names its credential, or its address where it takes none. */
  credential: string;
  /** What keeps it from being used, a sentence each that names the variable to set; empty when all is there. */
  problems(config: Config): string[];
  /** Values that no message may show. */
  secrets(config: Config): string[];
  ask(model: string, config: Config): Ask;
  /** Absent when it offers no embeddings. */
  embed?(model: string, config: Config): EmbedBatch;
}
