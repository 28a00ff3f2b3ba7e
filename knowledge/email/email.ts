import type { MailKind } from "./mail-kind.ts";

/** One address with the name that stands before it; the name is empty where there is none. */
export interface Mailbox {
  name: string;
  /** As written; compare with `addressKey`. */
  address: string;
}

/** What is kept of an attachment: never its bytes. */
export interface EmailAttachment {
  filename: string | null;
  contentType: string;
  /** Bytes after decoding. */
  size: number;
  /** Of the decoded bytes, in hexadecimal. */
  sha256: string;
  contentId?: string;
  /** Shown within the text, such as a logo. */
  inline: boolean;
}

/** What a mail's header says of who wrote to whom, when and in answer to what. */
export interface EmailEnvelope {
  /** Without angle brackets; null when the mail has none. */
  messageId: string | null;
  inReplyTo: string | null;
  /** Oldest first, without repeats. */
  references: string[];
  subject: string | null;
  /** ISO 8601; null when no date can be read. */
  date: string | null;
  from: Mailbox | null;
  to: Mailbox[];
  cc: Mailbox[];
  replyTo: Mailbox[];
  kind: MailKind;
  /** Why nothing answers it; null for personal mail. */
  noAnswer: string | null;
  /** True when it answers no other mail. */
  isFirst: boolean;
  /** Values of the header fields that matter later, by lower-case name; see `keptHeaders`. */
  headers: Record<string, string[]>;
}

/** A mail as it was understood. */
export interface ParsedEmail extends EmailEnvelope {
  /** The whole text; made from the HTML where there is none. */
  text: string;
  html?: string;
  /** What its writer wrote: the text without quotes and signature. */
  replyText: string;
  attachments: EmailAttachment[];
  /** What could not be read, in words. */
  warnings: string[];
}

/** Two addresses are the same mailbox when their keys are equal: servers ignore case. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}
