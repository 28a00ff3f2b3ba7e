/** The bytes of a part's body behind its Content-Transfer-Encoding; an unknown one leaves them as they are. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body.toString("latin1"), "base64");
  if (!/quoted-?printable/i.test(encoding)) return body;
  const text = body
    .toString("latin1")
    .replace(/[ \t]+(?=\r?\n)/g, "")
    .replace(/=\r?\n/g, "");
  return Buffer.from(
    text.replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
