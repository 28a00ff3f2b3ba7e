import type { Direction } from "#core/domain/interaction.ts";
import type { SnapshotInteraction } from "../snapshots/snapshot.ts";
import type { EngagementFeature } from "./feature.ts";
import { type History, hour, median, newestIds } from "./history.ts";

/** How fast each side answers the other, and how long the team has been waiting in vain. */
export const response: readonly EngagementFeature[] = [
  answerTime("our_response_hours", "hours until we answer", "INBOUND"),
  answerTime("lead_response_hours", "hours until the lead answers", "OUTBOUND"),
  {
    name: "unanswered_outbound",
    label: "unanswered messages in a row",
    unit: "count",
    compute: (history) => unanswered(history).length,
    evidence: (history) => newestIds(unanswered(history)),
  },
];

interface Answer {
  answer: SnapshotInteraction;
  hours: number;
}

/**
 * Answers to one direction: from the first unanswered message of that direction to the next one the other way.
 * A second message before the answer does not start the clock anew.
 */
export function answersTo(history: History, asked: Direction): Answer[] {
  const answers: Answer[] = [];
  let waiting: SnapshotInteraction | null = null;
  for (const interaction of history.all) {
    if (interaction.direction === asked) waiting ??= interaction;
    else if (interaction.direction !== null && waiting !== null) {
      const hours = (interaction.at.getTime() - waiting.at.getTime()) / hour;
      answers.push({ answer: interaction, hours });
      waiting = null;
    }
  }
  return answers;
}

function answerTime(name: string, label: string, asked: Direction): EngagementFeature {
  return {
    name,
    label,
    unit: "hours",
    compute: (history) => median(answersTo(history, asked).map((a) => a.hours)),
    evidence: (history) => newestIds(answersTo(history, asked).map((a) => a.answer)),
  };
}

function unanswered(history: History): readonly SnapshotInteraction[] {
  const lastInbound = history.inbound.at(-1);
  if (lastInbound === undefined) return history.outbound;
  const place = history.all.lastIndexOf(lastInbound);
  return history.all.slice(place + 1).filter((i) => i.direction === "OUTBOUND");
}
