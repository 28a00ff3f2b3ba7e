import { detectEncoding } from "../import/encoding.ts";
import { bytesSource } from "../import/source.ts";

const fallback = "windows-1252";

/** The likeliest encoding of bytes that are no UTF-8, by the frequency of letters. */
export async function likelyEncoding(bytes: Uint8Array): Promise<string> {
  try {
    return await detectEncoding(bytesSource("mail", bytes));
  } catch {
    // What begins like a binary file is no reason to lose the mail.
    return fallback;
  }
}
