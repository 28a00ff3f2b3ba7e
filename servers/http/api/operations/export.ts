import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

/** Everything, page by page, and then what has changed. */
export function exportOperations(tools: ApiTools): Operation[] {
  return [toolOperation(tools.exportRecords, { method: "get", path: "/export", tags: ["export"] })];
}
