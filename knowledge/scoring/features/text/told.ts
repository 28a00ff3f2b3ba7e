import type { Direction } from "#core/domain/interaction.ts";
import type { SnapshotInteraction } from "../../snapshots/snapshot.ts";
import type { EngagementFeature } from "../feature.ts";
import { type History, newestIds } from "../history.ts";
import type { SignalName } from "./lexicon.ts";

/** A measure of what texts tell, and whose sentences show it with which signals. */
export interface TextFeature extends EngagementFeature {
  side: Direction;
  shownBy: readonly SignalName[];
}

const prefix = "told:";

/** True of a count of messages that tell something; like an activity, it is 0 where absent. */
export function isToldFeature(name: string): boolean {
  return name.startsWith(prefix);
}

/** In how many messages the lead asked, complained, agreed … */
export const told: readonly TextFeature[] = [
  count("price", "asked for the price"),
  count("meeting", "asked for or agreed to a meeting"),
  count("costly", "found the price too high"),
  count("concern", "raised a concern"),
  count("delay", "put it off"),
  count("refusal", "said no"),
  count("enthusiasm", "showed enthusiasm"),
  count("commitment", "said to go ahead"),
  count("alternative", "mentioned another offer"),
  count("negative", "wrote in a negative tone"),
  count("question", "asked us something"),
];

/** Whether a message tells something. */
export function tells({ reading }: SnapshotInteraction, signal: SignalName): boolean {
  return reading?.signals.includes(signal) ?? false;
}

function telling({ inbound }: History, signal: SignalName): readonly SnapshotInteraction[] {
  return inbound.filter((i) => tells(i, signal));
}

function count(signal: SignalName, label: string): TextFeature {
  return {
    name: prefix + signal,
    label,
    unit: "count",
    side: "INBOUND",
    shownBy: [signal],
    compute: (history) => telling(history, signal).length,
    evidence: (history) => newestIds(telling(history, signal)),
  };
}
