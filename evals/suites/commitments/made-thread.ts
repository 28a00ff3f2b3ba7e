import type { DraftSource } from "#core/domain/draft.ts";
import { defaultSettings } from "#knowledge/drafting/settings/settings.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";

/** What is said in a made-up thread. */
export interface MadeTalk {
  first: string;
  last: string;
  /** What the customer writes last. */
  asked: string;
  /** What was written before, oldest first. */
  earlier: readonly { ours: boolean; text: string }[];
  record: readonly { field: string; text: string }[];
  sender: string;
}

const start = Date.UTC(2026, 9, 5, 9);
const dayMs = 86_400_000;

/** A thread whose last message waits for an answer. */
export function madeThread({ first, last, asked, earlier, record, sender }: MadeTalk): ThreadToAnswer {
  const messages = [...earlier, { ours: false, text: asked }].map(({ ours, text }, at) => ({
    id: `00000000-0000-4000-8000-${String(at + 1).padStart(12, "0")}`,
    direction: ours ? ("OUTBOUND" as const) : ("INBOUND" as const),
    text,
    at: new Date(start + at * 2 * dayMs),
    sender: ours ? sender : `${first} ${last}`,
  }));
  const answered = messages.at(-1);
  if (!answered) throw new RangeError("a thread has a message");
  return {
    contact: {
      id: "00000000-0000-4000-8000-0000000000aa",
      name: `${first} ${last}`,
      firstName: first,
      company: null,
      assignedTo: null,
      status: "LEAD",
    },
    conversationId: "00000000-0000-4000-8000-0000000000bb",
    channel: "EMAIL",
    subject: null,
    answers: { interactionId: answered.id, text: asked, at: answered.at, kind: "personal", noAnswer: null },
    messages,
    record: record.map(
      ({ field, text }): DraftSource => ({
        id: `c:${field}`,
        kind: "record",
        title: field,
        text,
        at: null,
        binds: true,
      }),
    ),
    recipients: { from: "sales@acme.example", to: [`${first.toLowerCase()}@customer.example`], cc: [] },
    replyTo: { messageId: null, references: [] },
    settings: defaultSettings,
    rules: [],
    sender: { user: "u1", name: sender, firstName: sender.split(" ")[0] ?? null },
  };
}
