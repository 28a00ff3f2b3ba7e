import { z } from "zod";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["users"];
const atomic = true;

/** Who works in the workspace, and what each role may do. */
export function userOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.listUsers, { method: "get", path: "/users", tags }),
    toolOperation(tools.createUser, {
      method: "post",
      path: "/users",
      tags,
      atomic,
      status: 201,
      answerHeaders: ["Location"],
      headers: ({ id }) => ({ Location: `/api/v1/users/${encodeURIComponent(id)}` }),
    }),
    toolOperation(tools.getUser, { method: "get", path: "/users/{id}", tags }),
    toolOperation(tools.updateUser, { method: "patch", path: "/users/{id}", tags, atomic }),
    toolOperation(tools.deactivateUser, {
      method: "delete",
      path: "/users/{id}",
      tags,
      atomic,
      status: 204,
      answer: z.null(),
      body: () => null,
    }),
    toolOperation(tools.listRoles, {
      method: "get",
      path: "/roles",
      tags,
    }),
    toolOperation(tools.listPermissions, { method: "get", path: "/permissions", tags }),
  ];
}
