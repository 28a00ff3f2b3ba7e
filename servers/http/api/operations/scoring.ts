import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";
import { leadScoring } from "./lead-scoring.ts";

const tags = ["scoring"];
const without = ["email", "name"];

/** Scores: made afresh, stored, past, explained; and the models behind them. */
export function scoringOperations(tools: ApiTools): Operation[] {
  return [
    leadScoring(tools),
    toolOperation(tools.getScore, { method: "get", path: "/contacts/{contactId}/score", tags }),
    toolOperation(tools.listScores, { method: "get", path: "/contacts/{contactId}/scores", tags }),
    toolOperation(tools.explainScore, {
      method: "get",
      path: "/contacts/{contactId}/score/explanation",
      tags,
      without,
    }),
    toolOperation(tools.findLeads, { method: "get", path: "/leads", tags }),
    toolOperation(tools.listModels, { method: "get", path: "/models", tags }),
  ];
}
