import { hash } from "node:crypto";
import type { PassageKind } from "#core/domain/passage.ts";

/** A passage before it is analysed and numbered: its columns, and what it is indexed together with. */
export interface PassageDraft {
  kind: PassageKind;
  interactionId: string | null;
  articleId: string | null;
  conversationId: string | null;
  contactId: string | null;
  /** 0, 1, 2 … within a long text. */
  part: number;
  speaker: string | null;
  direction: string | null;
  channel: string | null;
  title: string | null;
  /** What is cited. */
  text: string;
  /** What it is found by besides, never cited: neighbours, subject, participants. */
  context: string[];
  contactName: string | null;
  company: string | null;
  /** Of all the above and the way it is analysed: the same hash needs no work. */
  contentHash: string;
  /** ISO 8601. */
  occurredAt: string;
}

/** To be raised when tokens, terms or names come out differently: every passage is then made anew when it is next queued. */
export const analyserVersion = 1;

/**
 * Completes a draft with its hash. The moment counts for messages; parts of an article that stay the same keep the moment
 * at which they were written.
 */
export function sealDraft(draft: Omit<PassageDraft, "contentHash">): PassageDraft {
  const { articleId, occurredAt, ...rest } = draft;
  const moment = articleId === null ? occurredAt : articleId;
  const indexed = JSON.stringify([analyserVersion, moment, Object.entries(rest).sort(byName)]);
  return { ...draft, contentHash: hash("sha256", indexed, "base64url") };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
