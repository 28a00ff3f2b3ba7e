import { z } from "zod";
import { authorize } from "#core/access.ts";
import { toAppError } from "#core/errors.ts";
import type { ToolContext } from "#core/tool.ts";
import type { Database } from "#knowledge/db/database.ts";
import { compareRuns, isSame, type RunChanges } from "#knowledge/insights/compare-runs.ts";
import { computeFindings } from "#knowledge/insights/compute.ts";
import { dataHash } from "#knowledge/insights/data-hash.ts";
import { loadInsightData } from "#knowledge/insights/load-insight-data.ts";
import { withoutSamples } from "#knowledge/insights/run-result.ts";
import { findRun, type InsightRun, type RunParameters } from "#knowledge/insights/runs.ts";
import type { Read } from "#knowledge/metrics/load-metrics.ts";
import { defineTool } from "./define-tool.ts";
import { type ListForInsights, opportunityId } from "./opportunity-insights.ts";

export type { RunChanges } from "#knowledge/insights/compare-runs.ts";

/** A run and its repetition. */
export interface Repetition {
  parameters: RunParameters;
  createdAt: Date;
  dataHash: { before: string; after: string };
  /** Nothing differs of what was repeated: neither what was seen nor what was found. */
  same: boolean;
  changes: RunChanges;
  /** What was left out and why. */
  notes: string[];
}

/** Makes the verb that runs a kept run again, on the records as they are now, and compares. */
export const repeatInsightRun = (db: Database, listOpportunities: ListForInsights) =>
  defineTool({
    name: "repeat_insight_run",
    title: "Repeat a run of insights",
    description: "Runs a kept run again and says what differs.",
    input: z.object({ handle: z.string() }),
    output: z.custom<Repetition>(),
    effect: "compute",
    permission: "reports:read",
    run: async (context, { handle }) => {
      const { tenant, user } = context.principal;
      const own = authorize(context.principal, "reports:read") === "own";
      const read: Read = (work) => db.readTenant(tenant.id, work);
      const run = await read((tx) => findRun(tx, tenant.id, { handle, assignedTo: own ? user : undefined }));
      const { parameters } = run;
      const data = await loadInsightData(read, { tenantId: tenant.id, parameters });
      const { opportunities, notes } = await opportunitiesOf(context, run, listOpportunities);
      const findings = computeFindings(data, parameters);
      const now = withoutSamples({
        findings,
        series: [...data.series],
        groupings: [...data.groupings],
        opportunities,
      });
      const hash = { before: run.dataHash, after: dataHash(data, opportunities) };
      const changes = compareRuns(run.result, now);
      return {
        parameters,
        createdAt: run.createdAt,
        dataHash: hash,
        same: hash.before === hash.after && isSame(changes),
        changes,
        notes,
      };
    },
    toText: () => "",
  });

/**
 * The opportunities as they are now. Where they may not be seen, or are listed of other contacts than then, they are taken as they
 * were: what is compared is the rest.
 */
async function opportunitiesOf(
  context: ToolContext,
  { parameters, result }: InsightRun,
  listOpportunities: ListForInsights,
): Promise<{ opportunities: string[]; notes: string[] }> {
  if (!parameters.opportunities) return { opportunities: [], notes: [] };
  const left = (why: string) => ({
    opportunities: result.opportunities,
    notes: [`opportunities were left out of the comparison: ${why}`],
  });
  try {
    const list = await listOpportunities(context, new Date(parameters.as_of));
    return (list.assignedTo ?? null) === (parameters.opportunities_of ?? null)
      ? { opportunities: list.opportunities.map(opportunityId), notes: [] }
      : left("the run listed them among other contacts than those that you may see.");
  } catch (error) {
    const { code, message } = toAppError(error);
    if (code !== "FORBIDDEN") throw error;
    return left(message);
  }
}
