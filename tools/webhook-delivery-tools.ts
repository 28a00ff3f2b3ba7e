import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import type { WebhookPorts } from "#knowledge/webhooks/endpoints.ts";
import { defineTool } from "./define-tool.ts";
import { parsePageCursor, toPageCursor } from "./page-cursor.ts";
import { deliveryShape, toDeliveryShape } from "./webhook-shapes.ts";

const endpointId = z.uuid("give the id of an endpoint");

// What sends is loaded when it is first needed.
const deliveries = () => import("#knowledge/webhooks/deliveries.ts");

const toText = ({ type, status }: z.infer<typeof deliveryShape>) => `${type}: ${status}`;

/** Makes the verbs over deliveries: messages to endpoints and what became of them. */
export const webhookDeliveryTools = (db: Database, ports: WebhookPorts) => ({
  listWebhookDeliveries: defineTool({
    name: "list_webhook_deliveries",
    title: "List an endpoint's deliveries",
    description: "Lists messages to an endpoint, newest first, with what became of them; kept for 30 days.",
    input: z.object({
      endpointId,
      status: deliveryShape.shape.status.optional(),
      cursor: z.string().max(100).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ deliveries: z.array(deliveryShape), nextCursor: z.string().nullable() }),
    effect: "read",
    permission: "webhooks:read",
    run: async ({ principal }, { cursor, limit, ...query }) => {
      const { listDeliveries } = await deliveries();
      const after = cursor === undefined ? {} : { after: parsePageCursor(cursor) };
      const found = await db.readTenant(principal.tenant.id, (tx) =>
        listDeliveries(tx, principal, { ...query, ...after, limit: limit + 1 }),
      );
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        deliveries: page.map(toDeliveryShape),
        nextCursor: found.length > limit && last ? toPageCursor(last.id) : null,
      };
    },
    toText: ({ deliveries: found }) => found.map(toText).join("\n"),
  }),
  retryWebhookDelivery: defineTool({
    name: "retry_webhook_delivery",
    title: "Send a delivery again",
    description: "Sends a message again, now and once, with its webhook-id, and tells what became of it.",
    input: z.object({ endpointId, deliveryId: z.uuid("give the id of a delivery") }),
    output: deliveryShape,
    effect: "send",
    permission: "webhooks:write",
    run: async ({ principal }, { endpointId: endpoint, deliveryId }) => {
      const { retryDelivery } = await deliveries();
      return toDeliveryShape(
        await retryDelivery(db, principal, { endpointId: endpoint, id: deliveryId, ports }),
      );
    },
    toText: (shown) => toText(shown),
  }),
  testWebhookEndpoint: defineTool({
    name: "test_webhook_endpoint",
    title: "Test a webhook endpoint",
    description:
      "Sends the endpoint a message of type webhook.test, now and once, and tells what became of it.",
    input: z.object({ endpointId }),
    output: deliveryShape,
    effect: "send",
    permission: "webhooks:write",
    run: async ({ principal }, { endpointId: endpoint }) => {
      const { sendTest } = await deliveries();
      return toDeliveryShape(await sendTest(db, principal, { endpointId: endpoint, ports }));
    },
    toText: (shown) => toText(shown),
  }),
});
