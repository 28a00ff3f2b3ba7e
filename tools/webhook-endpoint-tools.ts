import { z } from "zod";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";
import type { WebhookPorts } from "#knowledge/webhooks/endpoints.ts";
import { defineTool } from "./define-tool.ts";
import { endpointShape, eventType, shownSecret, toEndpointShape } from "./webhook-shapes.ts";

const id = z.uuid("give the id of an endpoint");
const url = z.string().trim().min(1).max(2_000).describe("https, of a public host.");
const eventTypes = z
  .array(eventType)
  .max(eventType.options.length)
  .describe("Types of events it is told of; empty: all.");
const withSecret = z.object({ secret: shownSecret, ...endpointShape.shape });

// What sends and checks addresses is loaded when it is first needed.
const endpoints = () => import("#knowledge/webhooks/endpoints.ts");
const updates = () => import("#knowledge/webhooks/update-endpoint.ts");

/** Makes the verbs over endpoints: where a workspace wants to be told of events. */
export const webhookEndpointTools = (db: Database, ports: WebhookPorts) => {
  const write = <T>({ tenant }: Principal, work: (tx: Transaction) => Promise<T>) =>
    db.withTenant(tenant.id, work);
  const read = <T>({ tenant }: Principal, work: (tx: Transaction) => Promise<T>) =>
    db.readTenant(tenant.id, work);
  const toText = ({ url: where }: { url: string }) => where;
  return {
    listWebhookEndpoints: defineTool({
      name: "list_webhook_endpoints",
      title: "List webhook endpoints",
      description: "Lists where this workspace's events are sent, oldest first.",
      input: z.object({}),
      output: z.object({ endpoints: z.array(endpointShape) }),
      effect: "read",
      permission: "webhooks:read",
      run: async ({ principal }) => {
        const { listEndpoints } = await endpoints();
        const found = await read(principal, (tx) => listEndpoints(tx, principal));
        return { endpoints: found.map(toEndpointShape) };
      },
      toText: ({ endpoints: found }) => found.map(toText).join("\n"),
    }),
    createWebhookEndpoint: defineTool({
      name: "create_webhook_endpoint",
      title: "Create a webhook endpoint",
      description:
        "From now on events are sent there, as signed messages (Standard Webhooks) that name records by their ids.",
      input: z.object({ url, eventTypes: eventTypes.default([]) }),
      output: withSecret,
      effect: "write",
      permission: "webhooks:write",
      run: async ({ principal }, given) => {
        const { createEndpoint } = await endpoints();
        const { secret, ...endpoint } = await write(principal, (tx) =>
          createEndpoint(tx, principal, { ...given, ports }),
        );
        return { secret, ...toEndpointShape(endpoint) };
      },
      toText: (shown) => toText(shown),
    }),
    getWebhookEndpoint: defineTool({
      name: "get_webhook_endpoint",
      title: "Get a webhook endpoint",
      description: "Reads one endpoint; not its secret.",
      input: z.object({ id }),
      output: endpointShape,
      effect: "read",
      permission: "webhooks:read",
      run: async ({ principal }, { id: endpoint }) => {
        const { readEndpoint } = await endpoints();
        return toEndpointShape(await read(principal, (tx) => readEndpoint(tx, principal, endpoint)));
      },
      toText: (shown) => toText(shown),
    }),
    updateWebhookEndpoint: defineTool({
      name: "update_webhook_endpoint",
      title: "Update a webhook endpoint",
      description: "Changes what is given; disabled: false lets one that was disabled be sent to again.",
      input: z.object({
        id,
        url: url.optional(),
        eventTypes: eventTypes.optional(),
        disabled: z.boolean().optional(),
      }),
      output: endpointShape,
      effect: "write",
      permission: "webhooks:write",
      run: async ({ principal }, change) => {
        const { updateEndpoint } = await updates();
        return toEndpointShape(
          await write(principal, (tx) => updateEndpoint(tx, principal, { ...change, ports })),
        );
      },
      toText: (shown) => toText(shown),
    }),
    deleteWebhookEndpoint: defineTool({
      name: "delete_webhook_endpoint",
      title: "Delete a webhook endpoint",
      description: "Deletes an endpoint with its deliveries.",
      input: z.object({ id }),
      output: z.object({ id: z.string() }),
      effect: "write",
      permission: "webhooks:write",
      run: async ({ principal }, { id: endpoint }) => {
        const { deleteEndpoint } = await endpoints();
        await write(principal, (tx) => deleteEndpoint(tx, principal, endpoint));
        return { id: endpoint };
      },
      toText: ({ id: endpoint }) => `Deleted ${endpoint}.`,
    }),
    renewWebhookEndpointSecret: defineTool({
      name: "renew_webhook_endpoint_secret",
      title: "Renew an endpoint's secret",
      description: "Makes a new secret. For 24 hours messages are signed with the one before, too.",
      input: z.object({ id }),
      output: withSecret,
      effect: "write",
      permission: "webhooks:write",
      run: async ({ principal }, { id: endpoint }) => {
        const { renewEndpointSecret } = await updates();
        const { secret, ...renewed } = await write(principal, (tx) =>
          renewEndpointSecret(tx, principal, { id: endpoint, ports }),
        );
        return { secret, ...toEndpointShape(renewed) };
      },
      toText: (shown) => toText(shown),
    }),
  };
};
