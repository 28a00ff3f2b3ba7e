import type { Telling } from "#core/analyst.ts";
import type { InsightData } from "#knowledge/insights/insight-data.ts";
import type { Selected } from "#knowledge/insights/select.ts";
import {
  type Draft,
  draftStories,
  type VerifiedTelling,
  verifyDraft,
  verifyTelling,
} from "#knowledge/insights/tell-stories.ts";

export type { Draft } from "#knowledge/insights/tell-stories.ts";

/** The plain texts of stories, and what a model may see of them. */
export function draftTellings(
  stories: readonly Selected[],
  data: Pick<InsightData, "metrics" | "grain">,
): Draft[] {
  return draftStories(stories, data);
}

/** Keeps of a text what code can verify: a model's against the draft and the findings, a draft against the findings. */
export function checkTelling(story: Selected, draft: Draft, written?: Telling): VerifiedTelling {
  const sound: Draft = { ...draft, telling: verifyDraft(story, draft) };
  return verifyTelling(story, sound, written);
}
