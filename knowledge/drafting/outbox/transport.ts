import type { Recipients } from "../thread.ts";

/** An approved reply, as a transport is given it. */
export interface OutgoingMessage {
  /** Without angle brackets. The same each time this message is handed on: what knows it already must not deliver it again. */
  messageId: string;
  recipients: Recipients;
  subject: string;
  body: string;
  headers: {
    inReplyTo: string | null;
    references: string[];
    /** The team's address with the conversation's token, by which an answer finds back. */
    replyTo: string | null;
    /** "auto-replied" where no person said yes (RFC 3834 §5). */
    autoSubmitted: string | null;
  };
  /** When it was approved. */
  date: Date;
}

/**
 * Carries approved replies away. Port: files, later mail servers. A message is handed over at least once, and not at most once: when the
 * process ends between handing over and noting so, the next run hands it over again, with the same Message-ID.
 */
export interface Transport {
  /** What it failed with is told, not thrown; it is tried again later. */
  hand(message: OutgoingMessage): Promise<{ handedOn: true } | { handedOn: false; error: string }>;
}
