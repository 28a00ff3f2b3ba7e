import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

/** Who did what. */
export function auditOperations(tools: ApiTools): Operation[] {
  return [toolOperation(tools.listAudit, { method: "get", path: "/audit", tags: ["operation"] })];
}
