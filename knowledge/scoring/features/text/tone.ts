import type { SnapshotInteraction } from "../../snapshots/snapshot.ts";
import { type History, mean, newestIds } from "../history.ts";
import type { SignalName } from "./lexicon.ts";
import type { TextFeature } from "./told.ts";

const mood: readonly SignalName[] = [
  "negative",
  "refusal",
  "concern",
  "costly",
  "enthusiasm",
  "commitment",
  "positive",
];
const latest = 3;
/** With fewer messages of any mood there is no trend to speak of. */
const fewest = 4;

/** In which mood the lead writes lately, and how that has changed. */
export const tone: readonly TextFeature[] = [
  {
    name: "tone_latest",
    label: "tone of the lead's latest messages (−1 to 1)",
    unit: "score",
    side: "INBOUND",
    shownBy: mood,
    compute: (history) => mean(toned(history).slice(-latest).map(toneOf)),
    evidence: (history) => newestIds(toned(history).slice(-latest)),
  },
  {
    name: "tone_trend",
    label: "change of the lead's tone (−2 to 2)",
    unit: "score",
    side: "INBOUND",
    shownBy: mood,
    compute: (history) => trend(toned(history).map(toneOf)),
    evidence: (history) => newestIds(toned(history)),
  },
];

/** The source's own sentiment where it has one, else what the words say. */
function toneOf({ sentiment, reading }: SnapshotInteraction): number {
  return sentiment ?? reading?.tone ?? 0;
}

function toned({ inbound }: History): readonly SnapshotInteraction[] {
  return inbound.filter((i) => i.sentiment !== null || (i.reading?.tone ?? null) !== null);
}

/** The mean of the later half less that of the earlier. */
function trend(tones: readonly number[]): number | null {
  if (tones.length < fewest) return null;
  const half = tones.length >> 1;
  return (mean(tones.slice(-half)) ?? 0) - (mean(tones.slice(0, half)) ?? 0);
}
