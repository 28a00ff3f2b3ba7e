import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { listModels as list, modelStatus } from "#knowledge/scoring/lifecycle/model-store.ts";
import { defineTool } from "./define-tool.ts";

const model = z.object({
  id: z.string(),
  version: z.int().describe("1, 2, 3 … in the order of training."),
  kind: z.string(),
  status: modelStatus,
  trainedAt: z.string(),
  publishedAt: z.string().nullable().describe("When it last began to serve."),
  shadowSince: z.string().nullable(),
  dataHash: z.string().nullable().describe("SHA-256 of what it was trained on."),
  report: z.record(z.string(), z.unknown()).nullable().describe("How it was trained and how good it is."),
});

/** Makes the verb that lists the trained scoring models. */
export const listModels = (db: Database) =>
  defineTool({
    name: "list_models",
    title: "List scoring models",
    description: "Lists the trained scoring models, the one that serves first, with their training reports.",
    input: z.object({}),
    output: z.object({ models: z.array(model) }),
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }) => {
      const models = await db.readTenant(principal.tenant.id, (tx) => list(tx, principal));
      return {
        models: models.map(({ life: _, publishedBy: __, publishNote: ___, ...rest }) => ({
          ...rest,
          trainedAt: rest.trainedAt.toISOString(),
          publishedAt: rest.publishedAt?.toISOString() ?? null,
          shadowSince: rest.shadowSince?.toISOString() ?? null,
        })),
      };
    },
    toText: ({ models }) =>
      models.map(({ version, kind, status }) => `${version}: ${kind}, ${status}`).join("\n"),
  });
