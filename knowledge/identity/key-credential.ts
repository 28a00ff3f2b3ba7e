import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What a key says of itself, before anything is verified. */
export interface KeyCredential {
  tenantId: string;
  keyId: string;
  secret: string;
}

const uuidBytes = 16;
const secretBytes = 32;
// 32 bytes are 43 characters of base64url, which may hold underscores: lengths divide, not they.
const pattern = /^rapport_([A-Za-z0-9_-]{43})_([A-Za-z0-9_-]{43})$/;

/** Makes a key's text and its secret's hash. The tenant stands in it, so that it is looked up under that tenant's row-level security. */
export function makeKey(tenantId: string, keyId: string): { key: string; hash: string } {
  const ids = Buffer.concat([uuidToBytes(tenantId), uuidToBytes(keyId)]).toString("base64url");
  const secret = randomBytes(secretBytes).toString("base64url");
  return { key: `rapport_${ids}_${secret}`, hash: hashOf(secret) };
}

/** Reads a key; undefined for what is none. */
export function readKey(text: string): KeyCredential | undefined {
  const [, ids, secret] = pattern.exec(text) ?? [];
  if (!ids || !secret) return undefined;
  const bytes = Buffer.from(ids, "base64url");
  return { tenantId: bytesToUuid(bytes, 0), keyId: bytesToUuid(bytes, uuidBytes), secret };
}

/** Whether a secret is the one that was hashed, in a time that does not tell how much of it is right. */
export function isSecret(secret: string, hash: string): boolean {
  const [ours, theirs] = [Buffer.from(hash, "hex"), Buffer.from(hashOf(secret), "hex")];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** SHA-256 in hex: enough for 32 random bytes, which nobody can guess from a hash. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function uuidToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

export function bytesToUuid(bytes: Buffer, from: number): string {
  const hex = bytes.toString("hex", from, from + uuidBytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
