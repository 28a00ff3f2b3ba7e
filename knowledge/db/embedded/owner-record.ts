import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { embeddedPaths } from "./paths.ts";

/** Who owns a home's database and where it listens; a killed owner leaves it behind, so it is no proof of life. */
export interface OwnerRecord {
  pid: number;
  /** ISO 8601. */
  startedAt: string;
  /** Path of the socket, or of the named pipe. */
  address: string;
}

/** Reads the last owner's record; undefined when it ended in good order, or there never was one. */
export function readOwnerRecord(home: string): OwnerRecord | undefined {
  try {
    const record: OwnerRecord = JSON.parse(readFileSync(embeddedPaths(home).owner, "utf8"));
    return record;
  } catch {
    return undefined;
  }
}

/** Replaces the record at once, so that nobody reads half of it. */
export function writeOwnerRecord(home: string, record: OwnerRecord): void {
  const { owner } = embeddedPaths(home);
  writeFileSync(`${owner}.${record.pid}`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(`${owner}.${record.pid}`, owner);
}
