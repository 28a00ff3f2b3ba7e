import { courseAdvice } from "./course-advice.ts";
import { buckets, metricWords, perBucket } from "./metric-words.ts";
import { interval, numberOf, shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** A metric that rises or falls over the period. */
export const tellTrend: Template = (phrase) => {
  const { finding, metric, grain } = phrase;
  const { subject, events } = metricWords(metric);
  const unit = perBucket(metric, phrase.unit);
  const moved = finding.direction === "down" ? "fell" : "rose";
  const by = finding.effect === null ? "" : ` by ${shown(finding, "effect")}`;
  const { first = "", last = "" } = finding.words;
  const than = finding.direction === "down" ? "lower" : "higher";
  const size = by ? ` That is ${shown(finding, "effect")} ${than}${interval(finding)}.` : "";
  return {
    title: `${subject} ${moved}${by} over the period`,
    description:
      `${subject} ${moved} from about ${shown(finding, "first")} to about ${shown(finding, "last")}${unit} between ${first} and ${last}.` +
      `${size} It rests on ${buckets(numberOf(finding, "length") ?? 0, grain)} and ${shown(finding, "n")} ${events}.`,
    recommendations: courseAdvice(phrase, "in this period"),
  };
};
