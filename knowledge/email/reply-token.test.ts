import { expect, test } from "vitest";
import { findReplyTokens, messageIdWith, newReplyToken, replyAddress } from "./reply-token.ts";

test("a token is found again in the address and in the ids that it was put into, in any case", () => {
  const [first, second] = [newReplyToken(), newReplyToken()];
  expect(first).toMatch(/^[a-z2-7]{26}$/);
  const address = replyAddress("sales@acme.example", first);
  const id = messageIdWith(second, { unique: "x1", domain: "acme.example" });
  expect(findReplyTokens([address.toUpperCase(), "bob@x.example"], [id, "other@x.example"])).toEqual([
    first,
    second,
  ]);
});

test("what only looks like a token is none", () => {
  expect(
    findReplyTokens(["sales+rt-short@acme.example", "rt-@acme.example"], ["rt-short.x@acme.example"]),
  ).toEqual([]);
});
