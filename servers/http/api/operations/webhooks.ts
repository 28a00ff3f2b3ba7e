import { z } from "zod";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["webhooks"];
const atomic = true;
const shownOnce = ["secret"];
const gone = { status: 204, answer: z.null(), body: () => null } as const;

/** Where events are sent, what became of it, and who may send messages here. */
export function webhookOperations(tools: ApiTools): Operation[] {
  return [...endpointOperations(tools), ...deliveryOperations(tools), ...sourceOperations(tools)];
}

function endpointOperations(tools: ApiTools): Operation[] {
  const path = "/webhook-endpoints/{id}";
  return [
    toolOperation(tools.listWebhookEndpoints, { method: "get", path: "/webhook-endpoints", tags }),
    toolOperation(tools.createWebhookEndpoint, {
      method: "post",
      path: "/webhook-endpoints",
      tags,
      atomic,
      shownOnce,
      status: 201,
    }),
    toolOperation(tools.getWebhookEndpoint, { method: "get", path, tags }),
    toolOperation(tools.updateWebhookEndpoint, { method: "patch", path, tags, atomic }),
    toolOperation(tools.deleteWebhookEndpoint, { method: "delete", path, tags, atomic, ...gone }),
    toolOperation(tools.renewWebhookEndpointSecret, {
      method: "post",
      path: `${path}/secret`,
      tags,
      atomic,
      shownOnce,
    }),
  ];
}

/** These wait for somebody else's server: no transaction stays open meanwhile. */
function deliveryOperations(tools: ApiTools): Operation[] {
  const path = "/webhook-endpoints/{endpointId}";
  return [
    toolOperation(tools.listWebhookDeliveries, { method: "get", path: `${path}/deliveries`, tags }),
    toolOperation(tools.retryWebhookDelivery, {
      method: "post",
      path: `${path}/deliveries/{deliveryId}/retry`,
      tags,
    }),
    toolOperation(tools.testWebhookEndpoint, { method: "post", path: `${path}/test`, tags }),
  ];
}

function sourceOperations(tools: ApiTools): Operation[] {
  const path = "/webhook-sources/{id}";
  return [
    toolOperation(tools.listWebhookSources, { method: "get", path: "/webhook-sources", tags }),
    toolOperation(tools.createWebhookSource, {
      method: "post",
      path: "/webhook-sources",
      tags,
      atomic,
      shownOnce,
      status: 201,
    }),
    toolOperation(tools.getWebhookSource, { method: "get", path, tags }),
    toolOperation(tools.updateWebhookSource, { method: "patch", path, tags, atomic }),
    toolOperation(tools.deleteWebhookSource, { method: "delete", path, tags, atomic, ...gone }),
    toolOperation(tools.renewWebhookSourceSecret, {
      method: "post",
      path: `${path}/secret`,
      tags,
      atomic,
      shownOnce,
    }),
  ];
}
