import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["conversations"];

/** What was said: conversations, search, answers from the records. */
export function conversationOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.listConversations, { method: "get", path: "/conversations", tags }),
    toolOperation(tools.getConversation, { method: "get", path: "/conversations/{conversationId}", tags }),
    toolOperation(tools.searchConversations, { method: "post", path: "/search", tags }),
    toolOperation(tools.askConversations, { method: "post", path: "/ask", tags }),
  ];
}
