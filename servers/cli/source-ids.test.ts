import { expect, test } from "vitest";
import { sourceIds } from "./source-ids.ts";

const none = { messageExternalId: null, conversationExternalId: null, articleExternalId: null };

test.each([
  [
    "a message with an id",
    { messageExternalId: 'message:["c-1","m-7"]', conversationExternalId: "c-1" },
    { message: "m-7", conversation: "c-1" },
  ],
  [
    "a message without one",
    { messageExternalId: 'message:["c-1",2]', conversationExternalId: "c-1" },
    { message: 2, conversation: "c-1" },
  ],
  ["a call of a table", { messageExternalId: "id:call 9" }, { message: "call 9" }],
  ["a row without an id", { messageExternalId: "row:abc" }, { message: "row:abc" }],
  ["an id that only looks like ours", { messageExternalId: "message:oh no" }, { message: "message:oh no" }],
  ["an article", { articleExternalId: "faq-3" }, { article: "faq-3" }],
])("%s", (_what, hit, ids) => {
  expect(sourceIds({ ...none, ...hit })).toEqual(ids);
});
