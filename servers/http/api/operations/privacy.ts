import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["privacy"];

/** What a person may ask for: a copy of what is stored about them, and its erasure. */
export function privacyOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.exportPerson, { method: "get", path: "/contacts/{id}/data", tags }),
    toolOperation(tools.eraseContact, { method: "post", path: "/contacts/{id}/erasure", tags }),
  ];
}
