/** A message to an endpoint, with what became of it. */
export interface Delivery {
  id: string;
  endpointId: string;
  type: string;
  status: "waiting" | "delivered" | "failed";
  attempts: number;
  /** HTTP status of the last try; null: there was no answer. */
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Date;
  triedAt: Date | null;
}

/** The columns of a Delivery in webhook_deliveries. */
export const deliveryColumns = `id, endpoint_id AS "endpointId", body ->> 'type' AS type, status, attempts, last_status AS "lastStatus",
  last_error AS "lastError", created_at AS "createdAt", tried_at AS "triedAt"`;

/** The webhook-id of a delivery's message: the same for every try, so that receivers can tell a repeated one. */
export function messageIdOf(deliveryId: string): string {
  return `msg_${deliveryId}`;
}
