import { randomBytes } from "node:crypto";
import { AppError } from "#core/errors.ts";

/** Keys of AES-256-GCM by version; the highest version encrypts, the others still decrypt. */
export interface EncryptionKeys {
  current: number;
  byVersion: ReadonlyMap<number, Buffer>;
}

const keyBytes = 32;
const entry = /^(\d{1,6}):([A-Za-z0-9+/_-]+={0,2})$/;

/**
 * Reads `1:<32 bytes in base64>,2:…`.
 * @param where what the text stands in, for messages.
 * @throws AppError VALIDATION_FAILED; the message holds nothing of a key.
 */
export function parseEncryptionKeys(text: string, where: string): EncryptionKeys {
  const byVersion = new Map<number, Buffer>();
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  for (const [index, part] of parts.entries()) {
    const [, version = "", encoded = ""] = entry.exec(part) ?? [];
    const key = Buffer.from(encoded, "base64");
    if (key.length !== keyBytes || byVersion.has(Number(version))) throw unusable(where, index);
    byVersion.set(Number(version), key);
  }
  if (byVersion.size === 0) throw unusable(where, 0);
  return { current: Math.max(...byVersion.keys()), byVersion };
}

/** A new key with its version, as it is written into RAPPORT_ENCRYPTION_KEYS. */
export function makeEncryptionKey(version: number): string {
  return `${version}:${randomBytes(keyBytes).toString("base64")}`;
}

function unusable(where: string, index: number): AppError {
  return new AppError(
    "VALIDATION_FAILED",
    `Entry ${index + 1} of ${where} is not usable: each is a version that no other has, a colon and 32 bytes in base64. \`rapport secrets generate-key\` makes one.`,
  );
}
