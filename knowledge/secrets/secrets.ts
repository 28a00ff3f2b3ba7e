import type { Config } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import { type EncryptionKeys, parseEncryptionKeys } from "./encryption-keys.ts";
import { readKeyFile } from "./key-file.ts";
import { decryptSecret, encryptSecret, type SecretScope } from "./secret-text.ts";

export type SecretSettings = Pick<Config, "databaseUrl" | "home" | "encryptionKeys">;

/** Encrypts and decrypts what is stored of tenants' secrets. */
export interface Secrets {
  /** @throws AppError NOT_READY where no key is configured */
  encrypt(scope: SecretScope, secret: string): Promise<string>;
  /** @throws AppError NOT_READY */
  decrypt(scope: SecretScope, stored: string): Promise<string>;
  /** The version that encrypts now. */
  currentVersion(): Promise<number>;
}

/** Makes the port from the configuration; keys are read when the first secret is. */
export function openSecrets(settings: SecretSettings): Secrets {
  let loaded: Promise<EncryptionKeys> | undefined;
  const keys = () => {
    loaded ??= loadEncryptionKeys(settings).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  return {
    encrypt: async (scope, secret) => encryptSecret(await keys(), scope, secret),
    decrypt: async (scope, stored) => decryptSecret(await keys(), scope, stored),
    currentVersion: async () => (await keys()).current,
  };
}

/** @throws AppError VALIDATION_FAILED for keys that are none, NOT_READY without any for a Postgres server */
export async function loadEncryptionKeys(settings: SecretSettings): Promise<EncryptionKeys> {
  const { encryptionKeys, databaseUrl, home } = settings;
  if (encryptionKeys) return parseEncryptionKeys(encryptionKeys, "RAPPORT_ENCRYPTION_KEYS");
  if (!databaseUrl) return parseEncryptionKeys(await readKeyFile(home), `the key file in ${home}`);
  throw new AppError(
    "NOT_READY",
    "Secrets are stored encrypted, and there is no key. Set RAPPORT_ENCRYPTION_KEYS for all processes to what `rapport secrets generate-key` prints, and keep a copy apart from the database.",
  );
}
