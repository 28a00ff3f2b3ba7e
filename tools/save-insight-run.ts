import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { dataHash } from "#knowledge/insights/data-hash.ts";
import type { InsightData } from "#knowledge/insights/insight-data.ts";
import type { Judged } from "#knowledge/insights/judge.ts";
import { withoutSamples } from "#knowledge/insights/run-result.ts";
import { type RunParameters, saveRun } from "#knowledge/insights/runs.ts";
import { defineTool } from "./define-tool.ts";

const input = z.object({
  parameters: z.custom<RunParameters>(),
  data: z.custom<InsightData>(),
  findings: z.custom<Judged[]>(),
  opportunities: z.array(z.string()),
  createdAt: z.date(),
});

/** Makes the verb that keeps a run so that it can be run again. */
export const saveInsightRun = (db: Database) =>
  defineTool({
    name: "save_insight_run",
    title: "Save a run of insights",
    description: "Keeps what a run was asked, saw and found.",
    input,
    output: z.object({ handle: z.string(), dataHash: z.string() }),
    effect: "compute",
    permission: "reports:read",
    run: ({ principal }, { parameters, data, findings, opportunities, createdAt }) =>
      db.withTenant(principal.tenant.id, async (tx) => {
        const hash = dataHash(data, opportunities);
        const result = withoutSamples({
          findings,
          series: [...data.series],
          groupings: [...data.groupings],
          opportunities,
        });
        const createdBy = principal.user;
        const run = { parameters, dataHash: hash, result, createdAt, createdBy };
        return { handle: await saveRun(tx, principal.tenant.id, run), dataHash: hash };
      }),
    toText: () => "",
  });
