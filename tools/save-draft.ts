import { randomUUID } from "node:crypto";
import { z } from "zod";
import { authorize } from "#core/access.ts";
import { type DraftContent, draftStatus } from "#core/domain/draft.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { saveDraft as save } from "#knowledge/drafting/drafts/save-draft.ts";
import { sendAutomatically } from "#knowledge/drafting/review/send-automatically.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";
import { defineTool } from "./define-tool.ts";

const input = z.object({
  thread: z.custom<ThreadToAnswer>(),
  content: z.custom<DraftContent>(),
  /** Null: it is handed over to a person instead. */
  response: z.string().min(1).max(50_000).nullable(),
  engine: z.string(),
});

const output = z.object({
  draft_id: z.string(),
  version: z.number().int(),
  /** Reviews this version, by this principal alone. */
  handle: z.string(),
  expires_at: z.string(),
  /** "approved" only where the workspace's policy let it leave by itself. */
  status: draftStatus,
});

/** Makes the verb that stores a draft as a proposal; it leaves by itself only where the workspace's policy says so. */
export const saveDraft = (db: Database) =>
  defineTool({
    name: "save_draft",
    title: "Save a draft",
    description: "Stores a draft for review.",
    input,
    output,
    effect: "write",
    permission: "interactions:write",
    run: async ({ principal }, call) => {
      ensureMayAnswer(principal, call.thread);
      // Made here and not in the transaction, so that one tried again saves the same and not a second one.
      const draft = { ...call, id: randomUUID(), handle: randomUUID(), now: new Date() };
      const saved = await db.withTenant(
        principal.tenant.id,
        async (tx) => sendAutomatically(tx, principal, draft, await save(tx, principal, draft)),
        { idempotent: true },
      );
      return {
        draft_id: saved.id,
        version: saved.version,
        handle: saved.handle,
        expires_at: saved.expiresAt.toISOString(),
        status: saved.status,
      };
    },
    toText: ({ draft_id, version, status }) => `Draft ${draft_id}, version ${version}: ${status}.`,
  });

/** Who may write only to their own contacts may not draft for somebody else's. */
function ensureMayAnswer(principal: Principal, { contact }: ThreadToAnswer): void {
  if (authorize(principal, "interactions:write") === "own" && contact.assignedTo !== principal.user) {
    throw new AppError(
      "FORBIDDEN",
      `${contact.name} is assigned to ${contact.assignedTo ?? "nobody"}; ask them or a manager to answer.`,
    );
  }
}
