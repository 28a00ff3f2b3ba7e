import type { DraftContent, DraftStatus } from "#core/domain/draft.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { toStored } from "./to-stored.ts";

/** A draft that is to be proposed. Ids are made before the transaction, so that one tried again makes the same. */
export interface DraftToSave {
  id: string;
  handle: string;
  thread: ThreadToAnswer;
  content: DraftContent;
  /** Null: it is handed over to a person instead. */
  response: string | null;
  engine: string;
  now: Date;
}

export interface SavedDraft {
  id: string;
  /** 1, 2, 3 … of the answers to one message. */
  version: number;
  /** Reviews this version, by this principal alone. */
  handle: string;
  expiresAt: Date;
  status: DraftStatus;
}

/** Days that a draft waits for somebody. */
export const daysValid = 7;

/**
 * Stores a draft as the next version of the answer to its message; what was proposed before is superseded. Recipients and subject are
 * the thread's, whatever the content says. Doing it twice with one id stores one.
 * @throws AppError CONFLICT when an answer to the message was approved already
 */
export async function saveDraft(
  tx: Transaction,
  principal: Principal,
  { id, handle, thread, content, response, engine, now }: DraftToSave,
): Promise<SavedDraft> {
  const tenant = principal.tenant.id;
  const { interactionId } = thread.answers;
  await lockMessage(tx, principal, interactionId);
  const { rows } = await tx.query<{
    version: number;
    approved: { by: string; at: string } | null;
    mine: number | null;
  }>(
    `select coalesce(max(version), 0) + 1 as version, max(version) filter (where id = $3) as mine,
        (json_agg(json_build_object('by', decided_by, 'at', decided_at)) filter (where status in ('approved', 'edited') and id <> $3)) -> 0 as approved
      from drafts where tenant_id = $1 and interaction_id = $2`,
    [tenant, interactionId, id],
  );
  const before = rows[0];
  if (before?.approved) {
    const { by, at } = before.approved;
    throw new AppError(
      "CONFLICT",
      `${by} approved an answer to this message on ${new Date(at).toISOString()}; no other was saved.`,
    );
  }
  const version = before?.mine ?? before?.version ?? 1;
  const status = response === null ? "handed_over" : "proposed";
  const expiresAt = new Date(now.getTime() + daysValid * 86_400_000);
  const stored = toStored({ thread, content });
  await tx.query(
    `with old as (update drafts set status = 'superseded' where tenant_id = $1 and interaction_id = $5 and id <> $2
        and status in ('proposed', 'handed_over')),
      made as (insert into drafts (tenant_id, id, contact_id, conversation_id, interaction_id, version, status, response, content, engine,
          proposed_by, proposed_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (tenant_id, id) do nothing)
      select 1`,
    [
      tenant,
      id,
      thread.contact.id,
      thread.conversationId,
      interactionId,
      version,
      status,
      response,
      JSON.stringify(stored),
      engine,
      principal.user,
      now,
      expiresAt,
    ],
  );
  await tx.query(
    `insert into draft_handles (tenant_id, handle, draft_id, issued_to) values ($1, $2, $3, $4) on conflict do nothing`,
    [tenant, handle, id, principal.user],
  );
  return { id, version, handle, expiresAt, status };
}

/** Who answers a message waits for others who do, so that versions are counted one after the other. */
async function lockMessage(tx: Transaction, principal: Principal, interactionId: string): Promise<void> {
  const { rows } = await tx.query(
    `select 1 from interactions where tenant_id = $1 and id = $2 for no key update`,
    [principal.tenant.id, interactionId],
  );
  if (rows.length === 0) {
    throw new AppError("NOT_FOUND", "The message to answer is gone. Read the thread again.");
  }
}
