import type { ApiTools } from "./api-tools.ts";
import type { Operation } from "./operation.ts";
import { contactOperations } from "./operations/contacts.ts";
import { conversationOperations } from "./operations/conversations.ts";
import { draftOperations } from "./operations/drafts.ts";
import { followUpOperations } from "./operations/follow-ups.ts";
import { insightOperations } from "./operations/insights.ts";
import { interactionOperations } from "./operations/interactions.ts";
import { scoringOperations } from "./operations/scoring.ts";

/** Every operation of the REST API. */
export function apiOperations(tools: ApiTools): Operation[] {
  return [
    ...contactOperations(tools),
    ...interactionOperations(tools),
    ...followUpOperations(tools),
    ...scoringOperations(tools),
    ...insightOperations(tools),
    ...conversationOperations(tools),
    ...draftOperations(tools),
  ];
}
