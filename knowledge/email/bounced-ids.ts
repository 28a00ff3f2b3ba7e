import { ownMessageId } from "./message-ids.ts";

const looked = 256 * 1024;

/** The ids of the mails that a bounce returns: it holds their headers, but rarely refers to them in its own. */
export function bouncedIds(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", 0, looked);
  const [, ...returned] = text.split(/^message-id[ \t]*:/im);
  const ids = returned.flatMap(
    (rest) => ownMessageId(rest.slice(0, 1_000).split(/\r?\n(?![ \t])/)[0] ?? "") ?? [],
  );
  return [...new Set(ids)].slice(0, 20);
}
