import type { DraftStatus } from "#core/domain/draft.ts";
import type { StoredContent } from "./stored-content.ts";

/** A draft as it is stored; dates as the database gives them. */
export interface DraftRow {
  id: string;
  contactId: string;
  conversationId: string;
  interactionId: string;
  version: number;
  status: DraftStatus;
  response: string | null;
  content: StoredContent;
  engine: string;
  proposedBy: string;
  proposedAt: Date;
  expiresAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  approvedText: string | null;
}

/** The columns of drafts that make up a DraftRow; alias the table `d`. */
export const draftColumns = `d.id, d.contact_id as "contactId", d.conversation_id as "conversationId", d.interaction_id as "interactionId",
  d.version, d.status, d.response, d.content, d.engine, d.proposed_by as "proposedBy", d.proposed_at as "proposedAt",
  d.expires_at as "expiresAt", d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.reason, d.approved_text as "approvedText"`;
