import type { ImportProgress } from "./import-summary.ts";
import { counted, type Source } from "./source.ts";

/** Follows a source that is read more than once and tells at most ten times a second how far the reading is. */
export function progressOf(source: Source, onProgress: ((progress: ImportProgress) => void) | undefined) {
  const state: ImportProgress = { phase: "reading", rows: 0, bytes: 0, totalBytes: source.size };
  let told = 0;
  const tell = (now: number) => {
    told = now;
    onProgress?.({ ...state });
  };
  return {
    /** The source to read, so that its bytes are counted. */
    source: counted(source, (bytes) => {
      state.bytes = bytes;
    }),
    phase(phase: ImportProgress["phase"]): void {
      state.phase = phase;
      state.rows = 0;
      tell(performance.now());
    },
    rows(count: number): void {
      state.rows += count;
      const now = performance.now();
      if (now - told >= 100) tell(now);
    },
    done(): void {
      tell(performance.now());
    },
  };
}
export type Progress = ReturnType<typeof progressOf>;
