import { courseAdvice } from "./course-advice.ts";
import { buckets, metricWords, perBucket } from "./metric-words.ts";
import { interval, shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** A level that changed once. */
export const tellStep: Template = (phrase) => {
  const { finding, metric, grain } = phrase;
  const { subject, events } = metricWords(metric);
  const unit = perBucket(metric, phrase.unit);
  const moved = finding.direction === "down" ? "fell" : "rose";
  const { since = "" } = finding.words;
  const [before, after] = [shown(finding, "before"), shown(finding, "after")];
  const by = finding.effect === null ? "" : ` by ${shown(finding, "effect")}`;
  const counted = (key: string) => buckets(finding.numbers[key] ?? 0, grain);
  return {
    title: `${subject} ${moved} from ${before} to ${after}${unit} in ${since}`.replace(/ in (?=\d)/, " on "),
    description:
      `${subject} ${moved}${by}${by && interval(finding)}, from ${before} to ${after}${unit}, and stayed there since ${since}. ` +
      `It rests on ${counted("before_buckets")} before and ${counted("after_buckets")} after, with ${shown(finding, "n")} ${events}.`,
    recommendations: courseAdvice(phrase, `in ${since}`.replace(/in (?=\d)/, "on ")),
  };
};
