import type { DraftStatus } from "#core/domain/draft.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { putInOutbox } from "../outbox/put-in-outbox.ts";
import type { LearnedRule } from "../rules/learn-from-edit.ts";
import { rememberRules } from "../rules/remember-rules.ts";
import { type Decision, decidedBefore, statusAfter } from "./decision.ts";
import { type DraftUnderReview, findByHandle } from "./find-by-handle.ts";

export interface Decided {
  draft: DraftUnderReview;
  status: DraftStatus;
  /** Of the reply in the outbox; null where nothing leaves. */
  messageId: string | null;
  /** What was learned from the edit; empty of a decision that was repeated. */
  learned: LearnedRule[];
}

/**
 * Carries out what a person decided about a draft, in the caller's transaction: the decision, the outbox row and what is learned are
 * saved together or not at all. Of several who decide at once one wins, the others are told. Repeating a decision changes nothing.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, PROPOSAL_EXPIRED, VALIDATION_FAILED
 */
export async function decide(
  tx: Transaction,
  principal: Principal,
  {
    handle,
    decision,
    assignedTo,
    now,
  }: { handle: string; decision: Decision; assignedTo?: string | undefined; now: Date },
): Promise<Decided> {
  const draft = await findByHandle(tx, principal, { handle, assignedTo });
  const status = statusAfter[decision.kind];
  if (decidedBefore(draft, decision, principal)) {
    return { draft, status, messageId: await messageIdOf(tx, principal, draft.id), learned: [] };
  }
  const text = decision.kind === "edit" ? decision.text : decision.kind === "approve" ? draft.response : null;
  const reason = decision.kind === "reject" ? decision.reason : null;
  const { rows } = await tx.query(
    `update drafts set status = $3, decided_by = $4, decided_at = $5, reason = $6, approved_text = $7
      where tenant_id = $1 and id = $2 and status = $8 returning id`,
    [principal.tenant.id, draft.id, status, principal.user, now, reason, text, draft.status],
  );
  if (rows.length === 0) {
    throw new AppError(
      "CONFLICT",
      "Somebody decided about this draft at the same time; nothing was changed. list_drafts shows what.",
    );
  }
  const messageId =
    text === null
      ? null
      : await putInOutbox(tx, principal, { draft, body: text, automatic: false, sendAfter: now });
  const learned =
    decision.kind === "edit" && draft.response !== null ? await lessons(draft, decision.text) : [];
  await rememberRules(tx, principal, { learned, draftId: draft.id });
  return { draft, status, messageId, learned };
}

/** Loaded with the first edit: a server that starts does not pay for what finds personal data. */
async function lessons({ response, content }: DraftUnderReview, after: string): Promise<LearnedRule[]> {
  const { learnFromEdit } = await import("../rules/learn-from-edit.ts");
  return learnFromEdit({
    before: response ?? "",
    after,
    topic: content.intent,
    names: {
      contactFirstName: content.names.contact_first_name,
      senderFirstName: content.names.sender_first_name,
    },
  });
}

async function messageIdOf(tx: Transaction, principal: Principal, draftId: string): Promise<string | null> {
  const { rows } = await tx.query<{ message_id: string }>(
    `select message_id from outbox where tenant_id = $1 and draft_id = $2`,
    [principal.tenant.id, draftId],
  );
  return rows[0]?.message_id ?? null;
}
