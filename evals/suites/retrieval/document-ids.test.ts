import { expect, test } from "vitest";
import type { PassageHit } from "#core/domain/passage.ts";
import { documentIds } from "./document-ids.ts";

const hit = (ids: Partial<PassageHit>) =>
  ({ articleExternalId: null, messageExternalId: null, ...ids }) as PassageHit;

test("parts of one article count once, and messages go by their own id", () => {
  const hits = [
    hit({ articleExternalId: "a" }),
    hit({ messageExternalId: 'message:["chat 1","chat 1#4"]' }),
    hit({ articleExternalId: "a" }),
    hit({ articleExternalId: "b" }),
  ];
  expect(documentIds(hits)).toEqual(["a", "chat 1#4", "b"]);
});
