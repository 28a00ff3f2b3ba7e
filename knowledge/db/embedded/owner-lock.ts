import { chmodSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** Proof that this process owns a home's database, for as long as it lives. */
export interface OwnerLock {
  release(): void;
}

const busy = 5;

/** Keeps the locked files from the garbage collector, which would close them and so let the locks go. */
const held = new Set<DatabaseSync>();

/**
 * Takes the one lock of a home, or returns undefined when another process has it. It is the operating system's
 * lock, which SQLite takes portably: it ends with its process however that ends, so it is never stale.
 */
export function takeOwnerLock(path: string): OwnerLock | undefined {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    chmodSync(path, 0o600);
    held.add(file);
    return {
      release: () => {
        held.delete(file);
        file.close();
      },
    };
  } catch (error) {
    file.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
    throw error;
  }
}
