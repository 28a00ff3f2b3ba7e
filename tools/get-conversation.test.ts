import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { textSource } from "#knowledge/import/source.ts";
import { getConversation } from "./get-conversation.ts";

test("a long message is cut between characters, and what is left out is counted", async () => {
  const principal = await freshWorkspace();
  const text = `${"a".repeat(1_999)}${"😀".repeat(10)}`;
  const message = { id: 1, at: "2025-01-01T10:00:00Z", direction: "in", text };
  const thread = { id: "c1", contact: "ada@example.org", messages: [message] };
  await importConversations(testDatabase(), principal, textSource("t.jsonl", JSON.stringify(thread)));
  const context = { principal, signal: new AbortController().signal };
  const { messages } = await getConversation(testDatabase()).run(context, {
    conversation_id: "c1",
    limit: 5,
  });
  expect(messages).toMatchObject([{ text: `${"a".repeat(1_999)}…`, characters_left_out: 20 }]);
});
