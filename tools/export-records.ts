import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { exportPage } from "#knowledge/export/export-page.ts";
import { type ExportRecord, exportKinds } from "#knowledge/export/export-record.ts";
import { toContactShape } from "./contact-shape.ts";
import { defineTool } from "./define-tool.ts";
import { toInteractionShape } from "./interaction-shape.ts";

const record = z
  .looseObject({
    type: z.enum([...exportKinds, "contact_deleted", "interaction_deleted"]),
    id: z.uuid().describe("Of the record; an outcome and a score have their contact's."),
  })
  .describe("With the fields of GET /contacts/{id} and the like; of what was deleted the id only.");

/** Makes the verb that exports everything, page by page, and then what has changed since. */
export const exportRecords = (db: Database) =>
  defineTool({
    name: "export_records",
    title: "Export what changed since a cursor",
    description:
      "Without a cursor begins a full pass: contacts, interactions, outcomes, scores. Then follow nextCursor: while hasMore at once, later to get what has changed since. " +
      "A record may come twice; none is left out. A cursor holds for 29 days, on the database that gave it.",
    input: z.object({
      cursor: z.string().max(2_000).optional(),
      types: z
        .array(z.enum(exportKinds))
        .min(1)
        .max(exportKinds.length)
        .optional()
        .describe("Default: all. A cursor goes on with those of the first request."),
      limit: z.int().min(1).max(1_000).default(500).describe("A page may hold fewer though more follow."),
    }),
    output: z.object({ records: z.array(record), nextCursor: z.string(), hasMore: z.boolean() }),
    effect: "read",
    permission: "export:read",
    run: async ({ principal }, { types, ...query }) => {
      const unique = types && [...new Set(types)];
      const page = await db.readTenant(principal.tenant.id, (tx) =>
        exportPage(tx, principal, { ...query, types: unique }),
      );
      return { ...page, records: page.records.map(shaped) };
    },
    toText: ({ records }) => records.map((each) => JSON.stringify(each)).join("\n"),
  });

function shaped(each: ExportRecord): z.infer<typeof record> {
  const { type, id } = each;
  switch (each.type) {
    case "contact":
      return { type, ...toContactShape(each.contact) };
    case "interaction": {
      const { type: interactionType, ...rest } = toInteractionShape(each.interaction);
      return { ...rest, type, interactionType };
    }
    case "outcome": {
      const { result, at, recordedAt, ...rest } = each.outcome;
      return {
        type,
        id,
        ...rest,
        outcome: result,
        at: at?.toISOString() ?? null,
        recordedAt: recordedAt.toISOString(),
      };
    }
    case "score": {
      const { scoredAt, ...rest } = each.score;
      return { type, id, ...rest, score: 100 * rest.probability, scoredAt: scoredAt.toISOString() };
    }
    default:
      return { type, id };
  }
}
