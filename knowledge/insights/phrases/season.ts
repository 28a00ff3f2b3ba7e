import { metricWords, perBucket } from "./metric-words.ts";
import { shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** Weekdays that differ. */
export const tellSeason: Template = ({ finding, metric, grain }) => {
  const { subject, inside, events } = metricWords(metric);
  const { peak = "", trough = "" } = finding.words;
  const unit = perBucket(metric, grain);
  const advice =
    metric.kind === "count"
      ? `Plan time for ${inside} on ${peak}s, the fullest day.`
      : `See what is different about ${trough}s and ${peak}s before you plan the week.`;
  return {
    title: `${subject} differ by weekday: most on ${peak}s, least on ${trough}s`.replace(
      /^(The .*) differ /,
      "$1 differs ",
    ),
    description:
      `${subject}: ${shown(finding, "peak")} on ${peak}s and ${shown(finding, "trough")} on ${trough}s; ` +
      `over all days it is ${shown(finding, "overall")}${unit}. It rests on ${shown(finding, "length")} days and ${shown(finding, "n")} ${events}.`,
    recommendations: [advice],
  };
};
