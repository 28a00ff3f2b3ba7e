import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * The path of a file that can be read twice, as finding out its encoding and columns needs: standard input ("-") is kept aside for it.
 * `remove` must be called when all is read.
 */
export async function onDisk(file: string): Promise<{ path: string; remove(): Promise<void> }> {
  if (file !== "-") return { path: file, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "rapport-stdin-"));
  const path = join(folder, "standard-input");
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
