import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import type { Secrets } from "#knowledge/secrets/secrets.ts";
import {
  createSource,
  deleteSource,
  listSources,
  readSource,
  renewSourceSecret,
  updateSource,
} from "#knowledge/webhooks/sources.ts";
import { defineTool } from "./define-tool.ts";
import { shownSecret, sourceShape, toSourceShape } from "./webhook-shapes.ts";

const id = z.uuid("give the id of a source");
const name = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u,
    "has 1 to 60 letters, digits, blanks, dots, hyphens or underscores",
  );
const withSecret = z.object({ secret: shownSecret, ...sourceShape.shape });
const toText = ({ name: source, path }: z.infer<typeof sourceShape>) => `${source}: ${path}`;

/** Makes the verbs over sources: systems that send webhooks to a workspace. */
export const webhookSourceTools = (db: Database, secrets: Secrets) => ({
  listWebhookSources: defineTool({
    name: "list_webhook_sources",
    title: "List webhook sources",
    description: "Lists the systems that may send messages to this workspace, by name.",
    input: z.object({}),
    output: z.object({ sources: z.array(sourceShape) }),
    effect: "read",
    permission: "webhooks:read",
    run: async ({ principal }) => {
      const { id: tenant } = principal.tenant;
      const found = await db.readTenant(tenant, (tx) => listSources(tx, principal));
      return { sources: found.map((source) => toSourceShape(tenant, source)) };
    },
    toText: ({ sources }) => sources.map(toText).join("\n"),
  }),
  createWebhookSource: defineTool({
    name: "create_webhook_source",
    title: "Create a webhook source",
    description:
      "Lets a system send signed messages (Standard Webhooks) that change contacts and log interactions, forms and outcomes.",
    input: z.object({ name: name.describe("For people: of which system.") }),
    output: withSecret,
    effect: "write",
    permission: "webhooks:write",
    run: async ({ principal }, given) => {
      const { id: tenant } = principal.tenant;
      const { secret, ...source } = await db.withTenant(tenant, (tx) =>
        createSource(tx, principal, { ...given, secrets }),
      );
      return { secret, ...toSourceShape(tenant, source) };
    },
    toText: (shown) => toText(shown),
  }),
  getWebhookSource: defineTool({
    name: "get_webhook_source",
    title: "Get a webhook source",
    description: "Reads one source; not its secret.",
    input: z.object({ id }),
    output: sourceShape,
    effect: "read",
    permission: "webhooks:read",
    run: async ({ principal }, { id: source }) => {
      const { id: tenant } = principal.tenant;
      return toSourceShape(tenant, await db.readTenant(tenant, (tx) => readSource(tx, principal, source)));
    },
    toText: (shown) => toText(shown),
  }),
  updateWebhookSource: defineTool({
    name: "update_webhook_source",
    title: "Update a webhook source",
    description: "disabled: true refuses its messages from now on, false takes them again.",
    input: z.object({ id, disabled: z.boolean() }),
    output: sourceShape,
    effect: "write",
    permission: "webhooks:write",
    run: async ({ principal }, change) => {
      const { id: tenant } = principal.tenant;
      return toSourceShape(tenant, await db.withTenant(tenant, (tx) => updateSource(tx, principal, change)));
    },
    toText: (shown) => toText(shown),
  }),
  deleteWebhookSource: defineTool({
    name: "delete_webhook_source",
    title: "Delete a webhook source",
    description: "Deletes a source with its messages; what they made stays.",
    input: z.object({ id }),
    output: z.object({ id: z.string() }),
    effect: "write",
    permission: "webhooks:write",
    run: async ({ principal }, { id: source }) => {
      await db.withTenant(principal.tenant.id, (tx) => deleteSource(tx, principal, source));
      return { id: source };
    },
    toText: ({ id: source }) => `Deleted ${source}.`,
  }),
  renewWebhookSourceSecret: defineTool({
    name: "renew_webhook_source_secret",
    title: "Renew a source's secret",
    description: "Makes a new secret; what is signed with the one before is refused from now on.",
    input: z.object({ id }),
    output: withSecret,
    effect: "write",
    permission: "webhooks:write",
    run: async ({ principal }, { id: source }) => {
      const { id: tenant } = principal.tenant;
      const { secret, ...renewed } = await db.withTenant(tenant, (tx) =>
        renewSourceSecret(tx, principal, { id: source, secrets }),
      );
      return { secret, ...toSourceShape(tenant, renewed) };
    },
    toText: (shown) => toText(shown),
  }),
});
