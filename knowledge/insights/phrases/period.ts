import { courseAdvice } from "./course-advice.ts";
import { metricWords } from "./metric-words.ts";
import { interval, shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** A period that differs from an earlier one. */
export const tellPeriod: Template = (phrase) => {
  const { finding, metric } = phrase;
  const { subject } = metricWords(metric);
  const than = finding.direction === "down" ? "lower" : "higher";
  const earlier = finding.id.endsWith(":last_year") ? "the same period last year" : "the period before";
  const by = finding.effect === null ? "" : `${shown(finding, "effect")} `;
  const { first = "", last = "", then_first = "", then_last = "" } = finding.words;
  const change = finding.numbers.difference_points === undefined ? by : `${shown(finding, "difference")} `;
  return {
    title: `${subject}: ${change}${than} than in ${earlier}`,
    description:
      `${subject} came to ${shown(finding, "now")} between ${first} and ${last}, against ${shown(finding, "then")} between ${then_first} and ${then_last}. ` +
      `That is ${change}${than}${interval(finding)}.`,
    recommendations: courseAdvice(phrase, `since ${earlier}`),
  };
};
