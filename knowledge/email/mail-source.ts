/** One mail as a source hands it over. */
export interface RawMail {
  /** Where it comes from, for messages: a file's name, a mailbox. */
  place: string;
  /** The line of the file, or the number in the mailbox. */
  line: number;
  /** Null when it is larger than the limit. */
  bytes: Uint8Array | null;
  /** Bytes. */
  size: number;
}

/**
 * Where mails come from: files today, mailboxes and webhooks in the same shape. A source can be read from the start as
 * often as needed; `mails` hands over one mail after the other and holds none back.
 */
export interface MailSource {
  /** As it is kept in the history of what is imported. */
  name: string;
  /** Bytes, where known. */
  size: number | undefined;
  mails(options: { sizeLimit: number }): AsyncIterable<RawMail>;
}
