import type { Finding } from "#core/domain/insight.ts";
import { type ShownBuckets, shownBuckets } from "#knowledge/insights/shown-buckets.ts";

/** How the buckets of a finding's series are joined for showing. */
export function bucketsShown(finding: Pick<Finding, "id" | "points" | "words">): ShownBuckets {
  return shownBuckets(finding);
}
