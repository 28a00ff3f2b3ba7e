import { z } from "zod";
import type { PassageFilter } from "#core/domain/passage.ts";
import type { Principal } from "#core/principal.ts";
import { findConversation } from "#knowledge/conversations/conversation-header.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";
import { defineTool } from "./define-tool.ts";
import { ownOnly, passageFilterInput, toPassageFilter } from "./passage-filter-input.ts";

/** How a caller says which conversations a question is about; all that is given must hold. */
export const scopeInput = passageFilterInput.extend({
  conversation_id: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("Only this conversation: Rapport's id, or the id it was imported with."),
});
type ScopeInput = z.infer<typeof scopeInput>;

/** Makes the verb that turns a caller's words about a contact or a conversation into a filter of passages. */
export const findScope = (db: Database) =>
  defineTool({
    name: "find_scope",
    title: "Find a scope",
    description: "Finds the contact and the conversation that a question is about.",
    input: scopeInput,
    output: z.custom<PassageFilter>(),
    effect: "read",
    permission: "interactions:read",
    run: ({ principal }, input) =>
      db.readTenant(principal.tenant.id, async (tx) => ({
        ...(await toPassageFilter(tx, principal, input)),
        ...(await conversationOf(tx, principal, input)),
      })),
    toText: () => "",
  });

async function conversationOf(
  tx: Transaction,
  principal: Principal,
  { conversation_id: conversationId }: ScopeInput,
): Promise<Pick<PassageFilter, "conversationIds">> {
  if (conversationId === undefined) return {};
  const { id } = await findConversation(tx, principal, { conversationId }, ownOnly(principal));
  return { conversationIds: [id] };
}
