import { randomUUID } from "node:crypto";
import type { DraftContent } from "#core/domain/draft.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importing, question } from "../import/test-mails.ts";
import { type SavedDraft, saveDraft } from "./drafts/save-draft.ts";
import { readThread } from "./thread/read-thread.ts";
import type { ThreadToAnswer } from "./thread.ts";

/** For tests: the content of a draft without risks. */
export const content = (change: Partial<DraftContent> = {}): DraftContent => ({
  subject: "Something else",
  sentences: [{ text: "It costs ten euros.", citations: ["a:1#0"] }],
  intent: "pricing",
  intent_probability: 0.9,
  questions: [{ text: "How much is it?", answered: true }],
  confidence: 0.95,
  quality: {},
  risks: [],
  suggested_actions: ["send_response"],
  next_steps: [],
  hand_over: null,
  sources: [],
  recipients: { from: null, to: ["mallory@evil.example"], cc: [] },
  injection: { score: 0, reasons: [] },
  notes: [],
  ...change,
});

export const response = "Hello Bob,\n\nIt costs ten euros.\n\nBest regards,\nSam";

/** For tests: the thread of the last message that waits, or of the named one. */
export const threadOf = (
  who: Principal,
  reference: Parameters<typeof readThread>[2]["reference"],
): Promise<ThreadToAnswer> =>
  testDatabase().readTenant(who.tenant.id, (tx) => readThread(tx, who, { reference, now: new Date() }));

/** For tests: a workspace with one mail of Bob's that waits. */
export async function mailWorkspace(mails: string[] = [question]): Promise<Principal> {
  const who = await freshWorkspace();
  await importing(who, mails);
  return who;
}

/** For tests: proposes an answer to Bob's last message. */
export async function proposed(
  who: Principal,
  change: { content?: Partial<DraftContent>; response?: string | null; thread?: ThreadToAnswer } = {},
): Promise<SavedDraft> {
  const thread = change.thread ?? (await threadOf(who, { email: "bob@x.example" }));
  const draft = {
    id: randomUUID(),
    handle: randomUUID(),
    thread,
    content: content(change.content),
    response: change.response === undefined ? response : change.response,
    engine: "local",
    now: new Date(),
  };
  return testDatabase().withTenant(who.tenant.id, (tx) => saveDraft(tx, who, draft));
}
