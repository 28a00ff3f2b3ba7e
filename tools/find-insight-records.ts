import { z } from "zod";
import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { InsightData } from "#knowledge/insights/insight-data.ts";
import { type PointBehind, pointsBehind } from "#knowledge/insights/points-behind.ts";
import { recordsBehind } from "#knowledge/insights/records-behind.ts";
import type { RunParameters } from "#knowledge/insights/runs.ts";
import type { Selected } from "#knowledge/insights/select.ts";
import { defineTool } from "./define-tool.ts";

/** Ids of contacts or messages behind the points of a finding. */
export interface FindingRecords {
  /** The finding's. */
  id: string;
  points: { label: string; ids: string[] }[];
}

const input = z.object({
  parameters: z.custom<RunParameters>(),
  data: z.custom<InsightData>(),
  stories: z.custom<readonly Selected[]>(),
});

/** Ids a point at most, and of an answer in all: hosts pay for every one. */
const mostOfPoint = 20;
const mostInAll = 200;

/** Makes the verb that names records behind what is told; messages only to those who may read them. */
export const findInsightRecords = (db: Database) =>
  defineTool({
    name: "find_insight_records",
    title: "Find the records behind insights",
    description: "Names contacts and messages behind the points of findings.",
    input,
    output: z.custom<FindingRecords[]>(),
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }, { parameters, data, stories }) => {
      const messages = messagesOf(principal);
      const wanted = stories.flatMap(({ lead }) =>
        pointsBehind(lead, data)
          .filter(({ what }) => messages !== "none" || !ofMessages.has(what))
          .map((point) => ({ id: lead.id, point })),
      );
      const most = Math.min(mostOfPoint, Math.ceil(mostInAll / Math.max(1, wanted.length)));
      const ids = await db.readTenant(principal.tenant.id, (tx) =>
        recordsBehind(tx, {
          tenantId: principal.tenant.id,
          parameters,
          points: wanted.map(({ point }) => point),
          messagesOf: messages === "own" ? principal.user : null,
          most,
        }),
      );
      const found = wanted.map(({ id, point }, index) => ({ id, label: point.label, ids: ids[index] ?? [] }));
      return [...Map.groupBy(found, ({ id }) => id)].map(([id, points]) => ({
        id,
        points: points.map(({ label, ids: own }) => ({ label, ids: own })),
      }));
    },
    toText: () => "",
  });

const ofMessages: ReadonlySet<PointBehind["what"]> = new Set(["touches", "inbound", "outbound", "asks"]);

function messagesOf(principal: Principal): "all" | "own" | "none" {
  try {
    return authorize(principal, "interactions:read");
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") return "none";
    throw error;
  }
}
