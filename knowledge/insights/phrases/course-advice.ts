import { metricWords, perBucket } from "./metric-words.ts";
import { shown } from "./shown.ts";
import type { Phrase } from "./template.ts";

/** What to do about a metric whose course changed: keep what helps, look for the cause of what hurts, with what it is worth. */
export function courseAdvice({ finding, metric, unit }: Phrase, when: string): string[] {
  const { inside } = metricWords(metric);
  if (metric.better === null || finding.direction === "none") {
    return [`Make sure that you know what moved ${inside} ${when}, and that the team is staffed for it.`];
  }
  const good = finding.direction === metric.better;
  if (good) return [`Find out what moved ${inside} ${when}, and keep doing it.`];
  const worth =
    finding.analysis === "step"
      ? ` Back at ${shown(finding, "before")}${perBucket(metric, unit)} would be the level from before.`
      : "";
  return [`${look[metric.id] ?? `Find out what moved ${inside}`} ${when}.${worth}`];
}

const look: Record<string, string> = {
  new_leads: "Go through the sources of new leads for what changed",
  won: "Go through the open leads that were close to a decision for what keeps them",
  lost: "Read the conversations of the leads that were lost",
  win_rate: "Read the conversations of the leads that were lost",
  conversion_rate: "Compare the leads that were won with those that were lost",
  first_response_time: "See who answers new leads, and share them out so that each gets an answer soon",
  reply_rate: "See which messages wait for an answer, and who is to give it",
  objection_rate: "Read the objections and agree on answers",
};
