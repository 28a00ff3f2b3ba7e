import { metricWords } from "./metric-words.ts";
import { interval, shown } from "./shown.ts";
import type { Phrase, Template } from "./template.ts";

/** A group that differs from the rest. */
export const tellGroup: Template = (phrase) => {
  const { finding, metric } = phrase;
  const { inside, events } = metricWords(metric);
  const who = nameOf(phrase);
  const others = finding.words.other ?? "the others";
  const than = finding.direction === "down" ? "lower" : "higher";
  const [own, rest] = [shown(finding, "group"), shown(finding, "rest")];
  const by = metric.kind === "rate" ? shown(finding, "difference") : shown(finding, "effect");
  const name = inside.replace(/^the /, "");
  return {
    title: `${who}: ${name} ${own} against ${rest} for ${others}`,
    description:
      `${who} has a ${name} of ${own}, from ${count(finding, "group")} ${events}; for ${others} it is ${rest}, from ${count(finding, "rest")}. ` +
      `That is ${by} ${than}${interval(finding)}. It is an association in these records; what causes it is open.`,
    recommendations: advice(phrase, finding.words.who ?? "", others),
  };
};

function nameOf({ finding }: Phrase): string {
  const { who = "" } = finding.words;
  return who.charAt(0).toUpperCase() + who.slice(1);
}

function count({ numbers }: Phrase["finding"], name: string): string {
  return (numbers[`${name}_count`] ?? 0).toLocaleString("en-US");
}

function advice({ finding, metric }: Phrase, who: string, others: string): string[] {
  const { success, inside } = metricWords(metric);
  const good = metric.better === null || finding.direction === metric.better;
  const [from, to] = good ? [who, others] : [others, who];
  const worth =
    success && finding.numbers.gain_count !== undefined
      ? `: had ${good ? others : who} done as well, that would be about ${shown(finding, "gain")} ${success} in this period${interval(finding, "gain_low", "gain_high")}`
      : "";
  if (good) return [`See how ${from} gets there, and try it with ${to}${worth}.`];
  return [`Start with ${to}: bring ${inside} to the ${shown(finding, "rest")} of ${from}${worth}.`];
}
