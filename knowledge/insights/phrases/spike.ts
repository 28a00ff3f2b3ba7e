import { metricWords } from "./metric-words.ts";
import { numberOf, shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** A bucket that stands out. */
export const tellSpike: Template = ({ finding, metric }) => {
  const { subject, inside } = metricWords(metric);
  const { on = "" } = finding.words;
  const when = on.startsWith("the ") ? `in ${on}` : `on ${on}`;
  const side = finding.direction === "down" ? "below" : "above";
  const by = finding.effect === null ? "" : `${shown(finding, "effect")} `;
  const range =
    numberOf(finding, "low") === undefined
      ? ""
      : ` (usual range: ${shown(finding, "low")} to ${shown(finding, "high")})`;
  return {
    title: `${subject} stood out ${when}: ${shown(finding, "value")}, far ${side} the usual`,
    description: `${subject} came to ${shown(finding, "value")} ${when}, ${by}${side} the ${shown(finding, "expected")} that would be usual then${range}.`,
    recommendations: [
      `Check what happened to ${inside} ${when}: an event, a campaign, or a fault in recording.`,
    ],
  };
};
