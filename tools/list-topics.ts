import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { checkTimeZone } from "#knowledge/metrics/time-zone.ts";
import { wholePeriod } from "#knowledge/metrics/whole-period.ts";
import { objectionSeries } from "#knowledge/signals/objection-series.ts";
import { topics } from "#knowledge/signals/topics.ts";
import { defineTool } from "./define-tool.ts";
import { ownOnly } from "./passage-filter-input.ts";
import { topicsOutput } from "./topics-contract.ts";
import { toTopicsOutput } from "./topics-output.ts";
import { topicsText } from "./topics-text.ts";

const dateText = z.string().max(40).optional();

const input = z.object({
  from: dateText.describe(
    "A day as 2026-01-31, or a date and time with its zone; 90 days before to by default.",
  ),
  to: dateText.describe("The first day that is not in it any more; today by default."),
  time_zone: z.string().min(1).max(80).default("UTC").describe("Whose days count, as Europe/Berlin."),
  limit: z.number().int().min(1).max(20).default(10).describe("Topics at most."),
});

/** Makes the tool that lists what contacts write of more than before, and what they object. */
export const listTopics = (db: Database) =>
  defineTool({
    name: "list_topics",
    title: "List topics and objections",
    description:
      "Lists what contacts write or say in a period: words they use clearly more often than in the time before it, and objections (price, concern, delay, refusal, another offer), " +
      "each with its counts, message ids and a sentence. Computed from the messages themselves, without a model. Default: the last 90 days.",
    input,
    output: topicsOutput,
    effect: "read",
    permission: "interactions:read",
    run: async ({ principal }, { from, to, time_zone, limit }) => {
      const asOf = new Date();
      const timeZone = checkTimeZone(time_zone);
      // Who may read only their own contacts' messages is told of those alone.
      const scope = ownOnly(principal);
      const tenantId = principal.tenant.id;
      const found = await db.readTenant(tenantId, async (tx) => {
        const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
        const period = await wholePeriod(tx, { ...asked, timeZone, asOf });
        const query = {
          ...{ tenantId, period, timeZone, asOf },
          ...(scope.assignedTo === undefined ? {} : { assignedTo: scope.assignedTo }),
        };
        return {
          period,
          topics: await topics(tx, { ...query, grain: "day", limit }),
          objections: await objectionSeries(tx, { ...query, grain: "day" }),
        };
      });
      return toTopicsOutput(found, { timeZone, isOwn: scope.assignedTo !== undefined });
    },
    toText: topicsText,
  });
