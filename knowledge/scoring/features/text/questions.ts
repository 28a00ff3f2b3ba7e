import type { Direction } from "#core/domain/interaction.ts";
import type { SnapshotInteraction } from "../../snapshots/snapshot.ts";
import { type History, newestIds } from "../history.ts";
import { type TextFeature, tells } from "./told.ts";

/** Messages of either side that ask something and were the last word. */
export const questions: readonly TextFeature[] = [
  unanswered("told:unanswered", "questions of the lead without an answer", "INBOUND"),
  unanswered("told:ours_unanswered", "questions of ours without an answer", "OUTBOUND"),
];

function unanswered(name: string, label: string, side: Direction): TextFeature {
  const open = ({ inbound, outbound }: History): readonly SnapshotInteraction[] => {
    const [asking, answering] = side === "INBOUND" ? [inbound, outbound] : [outbound, inbound];
    const answered = answering.at(-1)?.at;
    return asking.filter((i) => (answered === undefined || i.at > answered) && tells(i, "question"));
  };
  return {
    name,
    label,
    unit: "count",
    side,
    shownBy: ["question"],
    compute: (history) => open(history).length,
    evidence: (history) => newestIds(open(history)),
  };
}
