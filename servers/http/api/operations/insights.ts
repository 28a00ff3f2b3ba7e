import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["insights"];

/** What the records show: insights, journeys, whom to act on, what contacts write of. */
export function insightOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.generateInsights, { method: "post", path: "/insights", tags, without: ["charts"] }),
    toolOperation(tools.analyzeCustomerJourney, {
      id: "getJourney",
      method: "get",
      path: "/contacts/{contactId}/journey",
      tags,
      without: ["charts", "email", "name"],
    }),
    toolOperation(tools.listOpportunities, { method: "get", path: "/opportunities", tags }),
    toolOperation(tools.listTopics, { method: "get", path: "/topics", tags }),
    toolOperation(tools.listMetrics, { method: "get", path: "/metrics", tags }),
  ];
}
