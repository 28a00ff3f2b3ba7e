import type { accountTools } from "#tools/account-tools.ts";
import type { contactTools } from "#tools/contact-tools.ts";
import type { exchangeTools } from "#tools/exchange-tools.ts";
import type { jobTools } from "#tools/job-tools.ts";
import type { privacyTools } from "#tools/privacy-tools.ts";
import type { recordTools } from "#tools/record-tools.ts";
import type { AnyTool } from "../../mcp/server-definition.ts";

/** The agents' verbs that MCP servers offer too. */
type Shared =
  | "scoreLead"
  | "explainScore"
  | "generateInsights"
  | "analyzeCustomerJourney"
  | "listOpportunities"
  | "listTopics"
  | "findLeads"
  | "searchConversations"
  | "askConversations"
  | "getConversation"
  | "draftResponse"
  | "listDrafts"
  | "reviewDraft";

/** The verbs that the REST API is made of. */
export type ApiTools = ReturnType<typeof contactTools> &
  ReturnType<typeof recordTools> &
  ReturnType<typeof jobTools> &
  ReturnType<typeof accountTools> &
  ReturnType<typeof exchangeTools> &
  ReturnType<typeof privacyTools> &
  Record<Shared, AnyTool>;
