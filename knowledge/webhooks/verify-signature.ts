import { createHmac, timingSafeEqual } from "node:crypto";

/** What a message's headers say of it, before anything is verified. */
export interface SignedHeaders {
  id: string;
  /** Seconds since 1970, as sent. */
  timestamp: string;
  /** `v1,<base64>`, several divided by blanks. */
  signatures: string;
}

const toleranceSeconds = 300;
const mostSignatures = 10;
const idForm = /^[\x21-\x7e]{1,200}$/;

/**
 * Whether a body was signed with a secret within the last five minutes (Standard Webhooks 1.0, symmetric `v1`), in a time that does not
 * tell how much of a signature is right. Node's own HMAC: anybody may make us compute it over a megabyte.
 * @param body as it arrived, byte by byte.
 * @param now milliseconds.
 */
export function isSigned(
  { id, timestamp, signatures }: SignedHeaders,
  { body, secret, now }: { body: Buffer; secret: string; now: number },
): boolean {
  const expected = createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  const given = signatures.split(" ").slice(0, mostSignatures);
  const found = given.map((text) => equal(text, expected)).includes(true);
  return found && isRecent(timestamp, now) && idForm.test(id);
}

function equal(text: string, expected: Buffer): boolean {
  const [, encoded] = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  const given = Buffer.from(encoded ?? "", "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isRecent(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1_000 - Number(timestamp)) <= toleranceSeconds;
}
