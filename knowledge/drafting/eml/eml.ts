import type { OutgoingMessage } from "../outbox/transport.ts";
import { addressList, headerLine, idList, unstructured } from "./header.ts";
import { quotedPrintable } from "./quoted-printable.ts";

/**
 * A message as mail servers take it (RFC 5322, MIME): CRLF line ends, ASCII throughout, no line over 998 characters. What would end a header
 * line is no part of any value.
 */
export function emlOf({ messageId, recipients, subject, body, headers, date }: OutgoingMessage): string {
  const lines = [
    headerLine("From", addressList(recipients.from === null ? [] : [recipients.from])),
    headerLine("To", addressList(recipients.to)),
    headerLine("Cc", addressList(recipients.cc)),
    headerLine("Reply-To", addressList(headers.replyTo === null ? [] : [headers.replyTo])),
    headerLine("Subject", unstructured(subject, "Subject".length + 2)),
    headerLine("Date", [mailDate(date)]),
    headerLine("Message-ID", idList([messageId])),
    headerLine("In-Reply-To", idList(headers.inReplyTo === null ? [] : [headers.inReplyTo])),
    headerLine("References", idList(headers.references)),
    headerLine("Auto-Submitted", headers.autoSubmitted === null ? [] : [headers.autoSubmitted]),
    headerLine("MIME-Version", ["1.0"]),
    headerLine("Content-Type", ["text/plain;", "charset=utf-8"]),
    headerLine("Content-Transfer-Encoding", ["quoted-printable"]),
  ];
  return `${lines.join("")}\r\n${quotedPrintable(body)}\r\n`;
}

/** "Sun, 06 Nov 1994 08:49:37 +0000". */
function mailDate(date: Date): string {
  return date.toUTCString().replace(/GMT$/, "+0000");
}
