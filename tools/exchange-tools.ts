import type { Database } from "#knowledge/db/database.ts";
import type { WebhookPorts } from "#knowledge/webhooks/endpoints.ts";
import { exportRecords } from "./export-records.ts";
import { webhookDeliveryTools } from "./webhook-delivery-tools.ts";
import { webhookEndpointTools } from "./webhook-endpoint-tools.ts";
import { webhookSourceTools } from "./webhook-source-tools.ts";

/** Makes the verbs by which other systems keep up with a workspace: webhooks out and in, and the export of what changed. */
export const exchangeTools = (db: Database, ports: WebhookPorts) => ({
  ...webhookEndpointTools(db, ports),
  ...webhookDeliveryTools(db, ports),
  ...webhookSourceTools(db, ports.secrets),
  exportRecords: exportRecords(db),
});
