import type { ApiTools } from "./api-tools.ts";
import type { Operation } from "./operation.ts";
import { auditOperations } from "./operations/audit.ts";
import { contactOperations } from "./operations/contacts.ts";
import { conversationOperations } from "./operations/conversations.ts";
import { draftOperations } from "./operations/drafts.ts";
import { exportOperations } from "./operations/export.ts";
import { followUpOperations } from "./operations/follow-ups.ts";
import { importOperations } from "./operations/imports.ts";
import { insightOperations } from "./operations/insights.ts";
import { interactionOperations } from "./operations/interactions.ts";
import { jobOperations } from "./operations/jobs.ts";
import { keyOperations } from "./operations/keys.ts";
import { privacyOperations } from "./operations/privacy.ts";
import { scoringOperations } from "./operations/scoring.ts";
import { usageOperations } from "./operations/usage.ts";
import { userOperations } from "./operations/users.ts";
import { webhookOperations } from "./operations/webhooks.ts";

/** Every operation of the REST API. */
export function apiOperations(tools: ApiTools): Operation[] {
  return [
    ...contactOperations(tools),
    ...privacyOperations(tools),
    ...interactionOperations(tools),
    ...followUpOperations(tools),
    ...scoringOperations(tools),
    ...insightOperations(tools),
    ...conversationOperations(tools),
    ...draftOperations(tools),
    ...jobOperations(tools),
    ...importOperations(tools),
    ...userOperations(tools),
    ...keyOperations(tools),
    ...usageOperations(tools),
    ...auditOperations(tools),
    ...webhookOperations(tools),
    ...exportOperations(tools),
  ];
}
