import { randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import { makeEncryptionKey } from "./encryption-keys.ts";

/** Where the keys of an embedded database are kept, below its folder. */
export const keyFileName = "encryption-keys";

/** The keys of an embedded database, as text; makes the first one, readable by its owner only. Processes that come at once read the same. */
export async function readKeyFile(home: string): Promise<string> {
  const path = join(home, keyFileName);
  const stored = await readIfThere(path);
  if (stored !== undefined) return stored;
  await mkdir(home, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, `${makeEncryptionKey(1)}\n`, { mode: 0o600, flag: "wx" });
    // The process's umask may have taken more away than it should.
    await chmod(draft, 0o600);
    // Unlike a rename, it fails where another process was first, so that nobody encrypts with a key that is overwritten.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } catch (error) {
    throw new AppError(
      "NOT_READY",
      `The key that secrets are encrypted with cannot be kept at ${path}: ${error instanceof Error ? error.message : "unknown"}. Make ${home} writable, or set RAPPORT_ENCRYPTION_KEYS.`,
      { cause: error },
    );
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, "utf8");
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
