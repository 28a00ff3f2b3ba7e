import type { Judged } from "../judge.ts";
import { metricWords, perBucket } from "./metric-words.ts";
import { shown } from "./shown.ts";
import type { Phrase } from "./template.ts";

/** A sentence on a finding that is part of a story told by another; no word of direction, for the two may go opposite ways. */
export function alongside({ finding, metric, unit: bucket }: Phrase, lead: Judged): string | undefined {
  const { subject, inside } = metricWords(metric);
  const unit = perBucket(metric, bucket);
  const opening = finding.metric === lead.metric ? "Over the whole period" : `Alongside, ${inside} moved`;
  switch (finding.analysis) {
    case "period": {
      const earlier = finding.id.endsWith(":last_year") ? "the same period last year" : "the period before";
      return `${subject} came to ${shown(finding, "now")} in all, against ${shown(finding, "then")} in ${earlier}.`;
    }
    case "trend":
      if (finding.metric === lead.metric) return undefined;
      return `${opening} from about ${shown(finding, "first")} to about ${shown(finding, "last")}${unit}.`;
    case "step":
      if (finding.metric === lead.metric) return undefined;
      return `${opening} from ${shown(finding, "before")} to ${shown(finding, "after")}${unit}.`;
    case "group":
      if (finding.metric === lead.metric) return undefined;
      return `Its ${inside.replace(/^the /, "")} is ${shown(finding, "group")} against ${shown(finding, "rest")}.`;
    default:
      return undefined;
  }
}
