import type { Telling } from "#core/analyst.ts";
import type { Grain } from "#core/domain/series.ts";
import { sentencesOf } from "../grounding/sentences.ts";
import { type Facts, factsOf } from "./facts.ts";
import { hideNames } from "./hide-names.ts";
import { phraseStory } from "./phrases/phrase.ts";
import type { Story } from "./stories.ts";
import type { MetricInfo } from "./subjects.ts";
import { verifyText } from "./verify-text.ts";

/** A story's own text, and what a model may see of it. */
export interface Draft {
  telling: Telling;
  /** Names are hidden. */
  forModel: Telling;
}

/** The plain texts of stories. */
export function draftStories(
  stories: readonly Story[],
  { metrics, grain }: { metrics: readonly MetricInfo[]; grain: Grain },
): Draft[] {
  return stories.map((story) => {
    const telling = phraseStory(story, { metrics, grain });
    return { telling, forModel: hideNames(telling, factsOf(story)).draft };
  });
}

/** What of a model's texts stands, filled up from the drafts. */
export interface VerifiedTelling {
  telling: Telling;
  /** Sentences that were taken out. */
  dropped: number;
  /** Whether anything of what the writer changed was kept. */
  isRewritten: boolean;
}

/**
 * Keeps of a written text only sentences that say what the story's draft says, field by field; a field left empty falls back to the
 * draft, and so does one whose sentences were mostly lost.
 */
export function verifyTelling(
  story: Story,
  { telling: draft }: Draft,
  written: Telling | undefined,
): VerifiedTelling {
  const facts = factsOf(story);
  if (!written) return { telling: draft, dropped: 0, isRewritten: false };
  const shown = hideNames(draft, facts).restore(written);
  const title = field(shown.title, draft.title, facts);
  const description = field(shown.description, draft.description, facts);
  const recommendations = draft.recommendations.map((own, index) =>
    field(shown.recommendations[index] ?? "", own, facts),
  );
  const all = [title, description, ...recommendations];
  return {
    telling: {
      id: draft.id,
      title: title.text,
      description: description.text,
      recommendations: recommendations.map(({ text }) => text),
    },
    dropped: all.reduce((total, { dropped }) => total + dropped, 0),
    isRewritten: all.some(({ isOwn }) => isOwn),
  };
}

/** Checks a draft against its facts alone: what a template says wrongly must not be told either. */
export function verifyDraft(story: Story, { telling }: Draft): Telling {
  const facts = factsOf(story);
  const sound = (text: string) => verifyText(text, facts).text;
  return {
    id: telling.id,
    title: sound(telling.title) || story.lead.id,
    description: sound(telling.description),
    recommendations: telling.recommendations.map(sound).filter((text) => text !== ""),
  };
}

function field(
  written: string,
  draft: string,
  facts: Facts,
): { text: string; dropped: number; isOwn: boolean } {
  const line = written.replace(/\s+/g, " ").trim();
  if (line === "" || line === draft) return { text: draft, dropped: 0, isOwn: false };
  const { text, dropped } = verifyText(line, facts, [draft]);
  // The first sentence is the finding; what is kept without it may be true and tell nothing.
  const [first = draft] = sentencesOf(draft);
  const isTold = text !== "" && verifyText(text, facts, [first]).text !== "";
  return !isTold || dropped.length >= sentencesOf(text).length
    ? { text: draft, dropped: dropped.length, isOwn: false }
    : { text, dropped: dropped.length, isOwn: true };
}
