import { z } from "zod";
import { authorize } from "#core/access.ts";
import type { Analysis } from "#core/domain/insight.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { InsightData } from "#knowledge/insights/insight-data.ts";
import { loadInsightData as load } from "#knowledge/insights/load-insight-data.ts";
import { runParameters } from "#knowledge/insights/run-parameters.ts";
import type { RunParameters } from "#knowledge/insights/runs.ts";
import { standingMetrics } from "#knowledge/insights/standing.ts";
import type { Read } from "#knowledge/metrics/load-metrics.ts";
import { defineTool } from "./define-tool.ts";

export type { RunParameters } from "#knowledge/insights/runs.ts";

export interface LoadedInsightData {
  parameters: RunParameters;
  data: InsightData;
}

const input = z.object({
  segment: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  metrics: z.array(z.string()).optional(),
  planned: z.array(z.string()).optional(),
  timeZone: z.string().optional(),
  asOf: z.date(),
  /** Whether that is in the past, of which metrics without a course know nothing. */
  isPast: z.boolean(),
  analyses: z.custom<readonly Analysis[]>(),
});

/** Makes the verb that settles what a run is about and loads it: all contacts, or those of a user who may see no others. */
export const loadInsightData = (db: Database) =>
  defineTool({
    name: "load_insight_data",
    title: "Load data for insights",
    description: "Loads metrics over time and over groups.",
    input,
    output: z.custom<LoadedInsightData>(),
    effect: "read",
    permission: "reports:read",
    run: async ({ principal }, { isPast, ...request }) => {
      const tenantId = principal.tenant.id;
      const read: Read = (work) => db.readTenant(tenantId, work);
      const own = authorize(principal, "reports:read") === "own";
      const settled = { ...request, ...(own ? { assignedTo: principal.user } : {}) };
      const parameters = await read((tx) => runParameters(tx, settled));
      const asked = standingMetrics(request.metrics);
      const standing = isPast ? [] : asked;
      const data = await load(read, { tenantId, parameters, standing });
      const left = isPast && asked.length > 0 ? [`${asked.join(", ")}: known as of now only, left out.`] : [];
      const empty = request.metrics?.length ? standing.filter((id) => !isTold(id, data)) : [];
      const none = empty.map((id) => `${id}: there is nothing to compute it from.`);
      return { parameters, data: { ...data, notes: [...data.notes, ...left, ...none] } };
    },
    toText: () => "",
  });

function isTold(id: string, { standing }: InsightData): boolean {
  return standing.some(({ metric }) => metric === id);
}
