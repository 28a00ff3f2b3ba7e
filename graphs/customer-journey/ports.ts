import type { Words } from "#core/words.ts";
import type { compareJourney } from "#tools/compare-journey.ts";
import type { findPainPoints } from "#tools/find-pain-points.ts";
import type { getJourney } from "#tools/get-journey.ts";
import type { suggestNextAction } from "#tools/suggest-next-action.ts";

/** The verbs that the graph is granted. */
export interface CustomerJourneyTools {
  getJourney: ReturnType<typeof getJourney>;
  compareJourney: ReturnType<typeof compareJourney>;
  findPainPoints: ReturnType<typeof findPainPoints>;
  suggestNextAction: ReturnType<typeof suggestNextAction>;
}

/** Everything the graph is handed when it is built. */
export interface CustomerJourneyPorts {
  tools: CustomerJourneyTools;
  words: Words;
  /** Milliseconds that the model may take. */
  modelTimeoutMs: number;
}
