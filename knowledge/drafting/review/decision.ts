import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { DraftUnderReview } from "./find-by-handle.ts";

/** What a person says about a draft. */
export type Decision =
  | { kind: "approve" }
  | { kind: "edit"; text: string }
  | { kind: "reject"; reason: string };

/** What a status is after a decision. */
export const statusAfter = { approve: "approved", edit: "edited", reject: "rejected" } as const;

const placeholder = /\[confirm\b[^\]]*\]/i;

/**
 * Whether this decision was carried out before, so that a call that is repeated answers the same.
 * @throws AppError CONFLICT saying who decided what and when, PROPOSAL_EXPIRED, VALIDATION_FAILED for what cannot be approved
 */
export function decidedBefore(draft: DraftUnderReview, decision: Decision, principal: Principal): boolean {
  if (draft.status !== "proposed" && draft.status !== "handed_over") {
    if (sameDecision(draft, decision, principal)) return true;
    throw new AppError("CONFLICT", alreadyDecided(draft, principal));
  }
  if (draft.expired) {
    throw new AppError(
      "PROPOSAL_EXPIRED",
      `The draft has waited since ${draft.proposedAt.toISOString()} and has expired. Draft the response again.`,
    );
  }
  if (decision.kind === "approve") ensureApprovable(draft);
  if (decision.kind === "edit" && placeholder.test(decision.text)) throw openPlaceholder(decision.text);
  return false;
}

function sameDecision(draft: DraftUnderReview, decision: Decision, { user }: Principal): boolean {
  if (draft.decidedBy !== user || draft.status !== statusAfter[decision.kind]) return false;
  if (decision.kind === "edit") return draft.approvedText === decision.text;
  return decision.kind === "approve" || draft.reason === decision.reason;
}

function alreadyDecided(
  { status, decidedBy, decidedAt, reason }: DraftUnderReview,
  { user }: Principal,
): string {
  if (status === "superseded") {
    return "A newer version of this draft was made; nothing was changed. list_drafts shows it.";
  }
  const what = { approved: "approved", edited: "approved an edited text of", rejected: "rejected" }[
    status as "approved"
  ];
  const why = status === "rejected" && reason ? `, because: ${reason}` : "";
  const who = decidedBy === user ? "You have" : (decidedBy ?? "Somebody");
  const next =
    status === "rejected"
      ? "Draft the response again for another."
      : "The reply stands as it was approved; list_drafts shows it.";
  return `${who} ${what} this draft on ${decidedAt?.toISOString() ?? "an unknown day"}${why}; nothing was changed. ${next}`;
}

function ensureApprovable({ response, wentOn }: DraftUnderReview): void {
  if (response === null) {
    throw new AppError(
      "VALIDATION_FAILED",
      "This was handed over to a person and has no text to approve. Write the answer: decision edit with text, or reject it.",
    );
  }
  if (placeholder.test(response)) throw openPlaceholder(response);
  if (wentOn !== null) {
    throw new AppError(
      "CONFLICT",
      `Since this draft ${wentOn === "OUTBOUND" ? "the team has written" : "the contact has written again"} in the conversation; nothing was approved. Draft the response again, or edit it.`,
    );
  }
}

function openPlaceholder(text: string): AppError {
  const found = placeholder.exec(text)?.[0] ?? "[confirm]";
  return new AppError(
    "VALIDATION_FAILED",
    `The text still holds ${found.slice(0, 60)}: nobody has confirmed it. Decide edit with a text that says it.`,
  );
}
