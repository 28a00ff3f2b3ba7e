import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["operation"];

/** What a workspace uses and may use. */
export function usageOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.getUsage, { method: "get", path: "/usage", tags }),
    toolOperation(tools.getLimits, { method: "get", path: "/limits", tags }),
    toolOperation(tools.updateLimits, { method: "patch", path: "/limits", tags, atomic: true }),
  ];
}
