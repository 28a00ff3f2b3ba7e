import { z } from "zod";
import { interactionShape } from "#tools/interaction-shape.ts";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["interactions"];
const atomic = true;

/** What happened with contacts, and how leads ended. */
export function interactionOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.listInteractions, {
      id: "listContactInteractions",
      method: "get",
      path: "/contacts/{contactId}/interactions",
      tags,
      answer: z.array(interactionShape),
      body: ({ interactions }) => interactions,
    }),
    toolOperation(tools.logInteraction, { method: "post", path: "/interactions", tags, atomic, status: 201 }),
    toolOperation(tools.addOutcome, {
      id: "recordOutcome",
      method: "post",
      path: "/contacts/{contactId}/outcomes",
      tags,
      atomic,
      status: 201,
    }),
  ];
}
