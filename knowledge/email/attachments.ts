import { hash } from "node:crypto";
import type { Email } from "postal-mime";
import type { EmailAttachment } from "./email.ts";

const longestName = 255;

/** What is kept of a mail's attachments. */
export function attachmentsOf({ attachments }: Email): EmailAttachment[] {
  return attachments.map(({ filename, mimeType, disposition, related, contentId, content }) => {
    const bytes = bytesOf(content);
    return {
      filename: filename === null ? null : safeName(filename),
      contentType: mimeType.slice(0, longestName),
      size: bytes.length,
      sha256: hash("sha256", bytes),
      ...(contentId ? { contentId: contentId.replace(/^<|>$/g, "").slice(0, longestName) } : {}),
      inline: related === true || disposition === "inline",
    };
  });
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** A name without folders and without characters that cannot be seen or that turn the writing direction around. */
function safeName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? "";
  return last
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .slice(0, longestName)
    .toWellFormed();
}
