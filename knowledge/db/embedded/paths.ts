import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AppError } from "#core/errors.ts";

/** macOS ends socket paths at 103 bytes and Linux at 107; the same limit everywhere keeps a shared home reachable. */
const longestSocketPath = 103;

/** Where an embedded database keeps its things under a home folder. */
export function embeddedPaths(home: string) {
  return {
    data: join(home, "postgres"),
    lock: join(home, "owner.lock"),
    owner: join(home, "owner.json"),
    log: join(home, "database.log"),
  };
}

/** What the owner of this home listens on: a socket that psql and pg understand too, or a named pipe on Windows. */
export function socketAddress(home: string, platform: NodeJS.Platform = process.platform): string {
  const name = `rapport-${createHash("sha256").update(resolve(home)).digest("hex").slice(0, 16)}`;
  if (platform === "win32") return `\\\\.\\pipe\\${name}`;
  const inside = join(home, "run", ".s.PGSQL.5432");
  return Buffer.byteLength(inside) <= longestSocketPath ? inside : join(tmpdir(), name, ".s.PGSQL.5432");
}

/**
 * Makes a folder that only this user can enter, if it is not there yet.
 * @throws AppError DATABASE_UNAVAILABLE when somebody else made it, or could enter it.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") return;
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0) return;
  throw new AppError(
    "DATABASE_UNAVAILABLE",
    `The folder ${folder} must belong to you alone. Remove it, or run: chmod 700 ${folder}`,
  );
}

/** Makes the private folder that a socket lies in; named pipes need none. */
export function makeSocketFolder(address: string): void {
  if (!address.startsWith("\\\\.\\pipe\\")) makePrivateFolder(dirname(address));
}
