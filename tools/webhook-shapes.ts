import { z } from "zod";
import type { Delivery } from "#knowledge/webhooks/delivery.ts";
import type { WebhookEndpoint } from "#knowledge/webhooks/endpoint.ts";
import { publishedTypes } from "#knowledge/webhooks/event-types.ts";
import { toSourceAddress, type WebhookSource } from "#knowledge/webhooks/source.ts";

export const eventType = z.enum(publishedTypes);

/** A secret as it is shown once. */
export const shownSecret = z
  .string()
  .nullable()
  .describe(
    "What messages are signed with (Standard Webhooks); shown in this answer only. null where this answer repeats an earlier one for its Idempotency-Key: ask for another secret.",
  );

/** An endpoint as programs read it. */
export const endpointShape = z.object({
  id: z.uuid(),
  url: z.string(),
  eventTypes: z.array(eventType).describe("Empty: all that are published."),
  createdBy: z.string(),
  createdAt: z.string(),
  disabledAt: z.string().nullable().describe("Since when nothing is sent there."),
  disabledReason: z.string().nullable(),
  previousUntil: z.string().nullable().describe("Until when the secret before this one signs, too."),
});

export function toEndpointShape(endpoint: WebhookEndpoint): z.infer<typeof endpointShape> {
  const { eventTypes, createdAt, disabledAt, previousUntil, ...rest } = endpoint;
  return {
    ...rest,
    eventTypes: eventTypes.filter((type) => eventType.safeParse(type).success) as z.infer<typeof eventType>[],
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    previousUntil: previousUntil?.toISOString() ?? null,
  };
}

/** A delivery as programs read it. */
export const deliveryShape = z.object({
  id: z.uuid(),
  endpointId: z.uuid(),
  type: z.string(),
  status: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.int(),
  lastStatus: z.int().nullable().describe("HTTP status of the last try; null: there was no answer."),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  triedAt: z.string().nullable(),
});

export function toDeliveryShape(delivery: Delivery): z.infer<typeof deliveryShape> {
  const { createdAt, triedAt, ...rest } = delivery;
  return { ...rest, createdAt: createdAt.toISOString(), triedAt: triedAt?.toISOString() ?? null };
}

/** A source as programs read it. */
export const sourceShape = z.object({
  id: z.uuid(),
  name: z.string(),
  path: z.string().describe("Where it sends its messages, below the service's address."),
  createdBy: z.string(),
  createdAt: z.string(),
  disabledAt: z.string().nullable().describe("Since when nothing is taken from it."),
});

export function toSourceShape(tenantId: string, source: WebhookSource): z.infer<typeof sourceShape> {
  const { createdAt, disabledAt, ...rest } = source;
  return {
    ...rest,
    path: `/webhooks/${toSourceAddress({ tenantId, sourceId: source.id })}`,
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}
