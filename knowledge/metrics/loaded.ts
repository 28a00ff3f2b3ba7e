import type { InteractionCounts } from "./count-interactions.ts";
import type { Buckets } from "./load-buckets.ts";
import type { MetricQuery } from "./metric.ts";
import type { ContactMetrics } from "./read-contact-metrics.ts";

/** What was read of the database for a query. */
export interface Loaded {
  query: MetricQuery;
  buckets: Buckets;
  contacts: ContactMetrics;
  /** Undefined where no metric asked for it. */
  interactions: InteractionCounts | undefined;
}
