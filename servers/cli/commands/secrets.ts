import { count, print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

/** `rapport secrets generate-key`. */
export async function generateKey({ keyVersion }: { keyVersion: number }): Promise<void> {
  await withRapport(async ({ operations }) => {
    process.stdout.write(`${await operations.makeEncryptionKey(keyVersion)}\n`);
  });
}

/** `rapport secrets rotate`. */
export async function rotateSecrets(options: { json?: boolean }): Promise<void> {
  await withRapport(async ({ operations }) => {
    const done = await operations.rotateSecrets();
    print(done, options, () =>
      [
        `${count(done.rotated)} of ${count(done.secrets)} secrets in ${count(done.tenants)} workspaces were encrypted anew; all have key ${done.version} now.`,
        "Older keys may be taken out of RAPPORT_ENCRYPTION_KEYS, as long as no backup from before is to be restored.",
      ].join("\n"),
    );
  });
}
