import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#core/errors.ts";
import type { EncryptionKeys } from "./encryption-keys.ts";

/** What a secret belongs to: copied to another tenant or to another use it does not decrypt. */
export interface SecretScope {
  tenantId: string;
  /** Such as `webhook-endpoint:<id>`. */
  purpose: string;
}

const algorithm = "aes-256-gcm";
/** NIST SP 800-38D §8.2.2: random, 96 bits. */
const nonceBytes = 12;
const tagBytes = 16;
const form = /^v(\d{1,6})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/;

/** Encrypts with the newest key (AES-256-GCM): `v<key version>.<nonce>.<ciphertext and tag>`, the parts in base64url. */
export function encryptSecret(keys: EncryptionKeys, scope: SecretScope, secret: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(keys, keys.current), nonce, { authTagLength: tagBytes });
  cipher.setAAD(associated(scope));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v${keys.current}.${nonce.toString("base64url")}.${sealed.toString("base64url")}`;
}

/**
 * Decrypts what encryptSecret made for the same scope.
 * @throws AppError NOT_READY when its key is not there, is another one, or the text was changed or copied.
 */
export function decryptSecret(keys: EncryptionKeys, scope: SecretScope, stored: string): string {
  const [, version, nonce, text] = form.exec(stored) ?? [];
  if (!version || !nonce || !text) throw unreadable("has not the form of one");
  const sealed = Buffer.from(text, "base64url");
  const decipher = createDecipheriv(
    algorithm,
    keyOf(keys, Number(version)),
    Buffer.from(nonce, "base64url"),
    {
      authTagLength: tagBytes,
    },
  );
  decipher.setAAD(associated(scope));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const opened = [decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString("utf8");
  } catch (error) {
    throw unreadable(`was not encrypted for this with key ${version}, or was changed`, error);
  }
}

/** The version of the key that a stored secret was encrypted with; undefined for what is none. */
export function keyVersionOf(stored: string): number | undefined {
  const [, version] = form.exec(stored) ?? [];
  return version ? Number(version) : undefined;
}

/** JSON, so that no tenant and purpose together read like another pair. */
function associated({ tenantId, purpose }: SecretScope): Buffer {
  return Buffer.from(JSON.stringify([tenantId, purpose]));
}

function keyOf({ byVersion }: EncryptionKeys, version: number): Buffer {
  const key = byVersion.get(version);
  if (key) return key;
  const known = [...byVersion.keys()].join(", ");
  throw new AppError(
    "NOT_READY",
    `A stored secret was encrypted with key ${version}; known here are: ${known}. Add that key to RAPPORT_ENCRYPTION_KEYS.`,
  );
}

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError(
    "NOT_READY",
    `A stored secret cannot be decrypted: it ${why}. Set RAPPORT_ENCRYPTION_KEYS to the keys that it was stored with, or replace the secret.`,
    { cause },
  );
}
