import { buckets, metricWords, perBucket } from "./metric-words.ts";
import { interval, numberOf, shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** What comes next. */
export const tellForecast: Template = ({ finding, metric, unit: bucket }) => {
  const { subject, inside } = metricWords(metric);
  const unit = perBucket(metric, bucket);
  const { next = "", final = "" } = finding.words;
  const trials = `${shown(finding, "origins")} trial runs on past ${bucket}s`;
  const range = interval(finding, "final_low", "final_high").replace(/^ \(90 % interval: |\)$/g, "");
  return {
    title: `${subject}: about ${shown(finding, "final")}${unit} expected by ${final}`,
    description:
      `For ${next}, ${shown(finding, "next")} is expected${interval(finding, "next_low", "next_high")}; for ${final}, ` +
      `${shown(finding, "final")}${interval(finding, "final_low", "final_high")}. ` +
      `The last ${buckets(numberOf(finding, "horizon") ?? 0, bucket)} came to ${shown(finding, "recent")}${unit}. ` +
      `In ${trials}, ${shown(finding, "coverage")} of what came lay inside such intervals.`,
    recommendations: [`Plan for the range of ${inside}: ${range}${unit}.`],
  };
};
