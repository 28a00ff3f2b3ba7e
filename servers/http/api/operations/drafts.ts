import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["drafts"];

/** Replies: proposed, listed, decided about. Nothing is sent without a review. */
export function draftOperations(tools: ApiTools): Operation[] {
  return [
    toolOperation(tools.draftResponse, { method: "post", path: "/drafts", tags, status: 201 }),
    toolOperation(tools.listDrafts, { method: "get", path: "/drafts", tags }),
    toolOperation(tools.reviewDraft, { method: "post", path: "/drafts/reviews", tags }),
  ];
}
