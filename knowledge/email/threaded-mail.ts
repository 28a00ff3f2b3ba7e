/** What threads are told by. */
export interface ThreadedMail {
  messageId: string | null;
  inReplyTo: string | null;
  /** Oldest first. */
  references: readonly string[];
  subject: string | null;
  /** ISO 8601; null when it is not known. */
  date: string | null;
  /** Keys of the addresses outside the team that take part. */
  participants: readonly string[];
  /** Our own reply tokens that it carries. */
  tokens: readonly string[];
}
