import { z } from "zod";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["follow-ups"];
const atomic = true;

/** What somebody means to do about a contact, and by when. */
export function followUpOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.listFollowUps, { method: "get", path: "/follow-ups", tags }),
    toolOperation(tools.createFollowUp, { method: "post", path: "/follow-ups", tags, atomic, status: 201 }),
    toolOperation(tools.getFollowUp, { method: "get", path: "/follow-ups/{id}", tags }),
    toolOperation(tools.updateFollowUp, { method: "patch", path: "/follow-ups/{id}", tags, atomic }),
    toolOperation(tools.deleteFollowUp, {
      method: "delete",
      path: "/follow-ups/{id}",
      tags,
      atomic,
      status: 204,
      answer: z.null(),
      body: () => null,
    }),
  ];
}
