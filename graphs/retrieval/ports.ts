import type { Reader } from "#core/reader.ts";
import type { findPassages } from "#tools/find-passages.ts";

/** Everything the graph is handed when it is built. */
export interface RetrievalPorts {
  findPassages: ReturnType<typeof findPassages>;
  /** Reads and writes: the local reader, or a model that falls back to it. */
  reader: Reader;
  /** Answers in quotations when nothing that a model wrote could be verified. */
  localReader: Reader;
  /** Whether a text is evidence for a sentence. */
  supports: (sentence: string, evidence: string) => { supported: boolean };
}
