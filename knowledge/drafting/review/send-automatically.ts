import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { DraftToSave, SavedDraft } from "../drafts/save-draft.ts";
import { toStored } from "../drafts/to-stored.ts";
import { putInOutbox } from "../outbox/put-in-outbox.ts";
import { maySendAutomatically } from "./may-send.ts";

/** Who decided about what left by the workspace's policy. */
export const policyName = "policy:automatic_sending";

/**
 * Approves a draft that was just saved, in its transaction, where the workspace's policy and the user's preferences allow it; off by default.
 * @returns the draft as it stands then
 */
export async function sendAutomatically(
  tx: Transaction,
  principal: Principal,
  draft: DraftToSave,
  saved: SavedDraft,
): Promise<SavedDraft> {
  const { thread, response, now } = draft;
  const { workspace, user } = thread.settings;
  // Nearly always; then it costs no statement.
  if (!workspace.automatic_sending.enabled || !user.auto_response_enabled || saved.status !== "proposed")
    return saved;
  // Two messages of one conversation that are answered at once share its limit.
  await tx.query(`select 1 from conversations where tenant_id = $1 and id = $2 for no key update`, [
    principal.tenant.id,
    thread.conversationId,
  ]);
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from outbox where tenant_id = $1 and conversation_id = $2 and is_automatic and draft_id <> $3`,
    [principal.tenant.id, thread.conversationId, draft.id],
  );
  const content = toStored(draft);
  const verdict = maySendAutomatically(
    { policy: workspace.automatic_sending, preferences: user },
    { content, response },
    { automaticInThread: rows[0]?.count ?? 0, messageAt: thread.answers.at },
    now,
  );
  if (!verdict.send || verdict.after === undefined || response === null) return saved;
  const { rowCount } = await tx.query(
    `update drafts set status = 'approved', decided_by = $3, decided_at = $4, approved_text = response
      where tenant_id = $1 and id = $2 and status = 'proposed'`,
    [principal.tenant.id, draft.id, policyName, now],
  );
  if (rowCount === 0) return saved;
  await putInOutbox(tx, principal, {
    draft: {
      id: draft.id,
      version: saved.version,
      contactId: thread.contact.id,
      conversationId: thread.conversationId,
      content,
    },
    body: response,
    automatic: true,
    sendAfter: verdict.after,
  });
  return { ...saved, status: "approved" };
}
