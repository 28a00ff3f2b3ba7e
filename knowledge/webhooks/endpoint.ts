/** Where a workspace wants to be told of events; nothing of its secret. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  /** Empty: all that are published. */
  eventTypes: string[];
  createdBy: string;
  createdAt: Date;
  /** Since when nothing is sent there. */
  disabledAt: Date | null;
  disabledReason: string | null;
  /** Until when messages are signed with the secret before this one, too. */
  previousUntil: Date | null;
}

/** The columns of a WebhookEndpoint in webhook_endpoints. */
export const endpointColumns = `id, url, event_types AS "eventTypes", created_by AS "createdBy", created_at AS "createdAt",
  disabled_at AS "disabledAt", disabled_reason AS "disabledReason", previous_until AS "previousUntil"`;
