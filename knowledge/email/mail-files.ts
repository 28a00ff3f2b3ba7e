import { createReadStream, type Dirent, readdirSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "#core/errors.ts";
import type { MailSource, RawMail } from "./mail-source.ts";
import { looksLikeMbox, mboxMails } from "./mbox.ts";

const chunkSize = 256 * 1024;
/** In a folder, files with other endings are not read; those of a Maildir have none, or a colon and flags. */
const mailEnding = /(?:^[^.]+|\.(?:eml|mbox|mbx|mboxrd)|:2,[A-Za-z]*)$/i;
/** Of a Maildir, what is not yet delivered. */
const leftOut: ReadonlySet<string> = new Set(["tmp", "node_modules"]);

/**
 * Mails in files: mbox files, single mails (.eml), and folders of both with all that is in them.
 * @throws AppError NOT_FOUND when a path is missing, VALIDATION_FAILED when there is no mail in any of them.
 */
export function mailFiles(paths: readonly string[]): MailSource {
  const files = paths.flatMap((path) => filesAt(path));
  if (files.length === 0) {
    throw new AppError(
      "VALIDATION_FAILED",
      `There is no mail in ${paths.join(", ")}. Name mbox or .eml files, or a folder that holds some.`,
    );
  }
  return {
    name: paths
      .map((path) => basename(path))
      .join(", ")
      .slice(0, 200),
    size: files.reduce((sum, path) => sum + statSync(path).size, 0),
    mails: ({ sizeLimit }) => mailsOf(files, sizeLimit),
  };
}

function filesAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new AppError("NOT_FOUND", `There is no file ${path}. Check the path.`);
  return stats.isDirectory() ? filesIn(path) : [path];
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted(byName);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || leftOut.has(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() && mailEnding.test(entry.name) ? [path] : [];
  });
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

async function* mailsOf(files: readonly string[], sizeLimit: number): AsyncGenerator<RawMail> {
  for (const path of files) {
    const place = basename(path);
    if (await isMbox(path)) {
      const chunks = createReadStream(path, { highWaterMark: chunkSize });
      for await (const mail of mboxMails(chunks, { sizeLimit })) yield { place, ...mail };
    } else yield await singleMail(path, { place, sizeLimit });
  }
}

async function isMbox(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1_024), 0, 1_024, 0);
    return looksLikeMbox(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

async function singleMail(
  path: string,
  { place, sizeLimit }: { place: string; sizeLimit: number },
): Promise<RawMail> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return { place, line: 1, size, bytes: size > sizeLimit ? null : await file.readFile() };
  } finally {
    await file.close();
  }
}
