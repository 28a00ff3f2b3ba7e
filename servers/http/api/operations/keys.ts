import { z } from "zod";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["api-keys"];

/** Keys of programs. */
export function keyOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.listApiKeys, { method: "get", path: "/api-keys", tags }),
    toolOperation(tools.createApiKey, {
      method: "post",
      path: "/api-keys",
      tags,
      atomic: true,
      shownOnce: ["key"],
      status: 201,
    }),
    toolOperation(tools.revokeApiKey, {
      method: "delete",
      path: "/api-keys/{id}",
      tags,
      atomic: true,
      status: 204,
      answer: z.null(),
      body: () => null,
    }),
  ];
}
