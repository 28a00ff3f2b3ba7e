import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished, pipeline } from "node:stream/promises";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Rapport } from "../../compose/compose.ts";
import { importText, mappingText } from "../import-text.ts";
import { count, print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { withRapport } from "../with-rapport.ts";

type Operations = Rapport["operations"];
type Summary = Awaited<ReturnType<Operations["importContacts"]>>;
type Source = Awaited<ReturnType<Operations["fileSource"]>>;

/** What the command line gives every import; the other options are passed on as they are. */
interface CommandOptions {
  workspace?: string;
  json?: boolean;
  errors?: string;
  dryRun?: boolean;
}

type Options<Name extends keyof Operations> = NonNullable<Parameters<Operations[Name]>[2]> & CommandOptions;

/** `rapport import contacts <file>` */
export const importContacts = (file: string, options: Options<"importContacts">) =>
  runImport(file, options, ({ operations }, ...args) => operations.importContacts(...args));

/** `rapport import companies <file>` */
export const importCompanies = (file: string, options: Options<"importCompanies">) =>
  runImport(file, options, ({ operations }, ...args) => operations.importCompanies(...args));

/** `rapport import interactions <file>` */
export const importInteractions = (file: string, options: Options<"importInteractions">) =>
  runImport(file, options, ({ operations }, ...args) => operations.importInteractions(...args));

/** `rapport import conversations <file>` */
export const importConversations = (file: string, options: Options<"importConversations">) =>
  runImport(file, options, ({ operations }, ...args) => operations.importConversations(...args));

async function runImport<O extends CommandOptions>(
  file: string,
  options: O,
  work: (rapport: Rapport, principal: Principal, source: Source, options: O) => Promise<Summary>,
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const workspace = options.workspace ?? rapport.config.workspace;
    if (!workspace) throw new AppError("VALIDATION_FAILED", "Say into which workspace: --workspace <name>.");
    const { path, remove } = await onDisk(file);
    const errors = options.errors ? await errorFile(options.errors) : undefined;
    const progress = startProgress("Reading");
    try {
      const source = await rapport.operations.fileSource(path);
      const named = file === "-" ? { ...source, name: "standard input" } : source;
      const principal = options.dryRun
        ? await principalToLook(rapport, workspace)
        : await rapport.principalInNew(workspace);
      const summary = await work(rapport, principal, named, {
        ...options,
        signal,
        onError: errors?.write,
        // For people at a terminal, who can still press Ctrl-C; the summary shows it again.
        onMapping: (mapping: Summary["mapping"]) => {
          if (!options.json && process.stderr.isTTY) process.stderr.write(`${mappingText(mapping)}\n`);
        },
        onProgress: ({ phase, rows }: { phase: string; rows: number }) =>
          progress.update(`${phase === "reading" ? "Reading" : "Importing"} ${file}: ${count(rows)} rows`),
      });
      progress.stop();
      print(summary, options, () => importText(summary, options.errors));
      if (summary.errorCount > 0) process.exitCode = 3;
    } finally {
      progress.stop();
      await errors?.close();
      await remove();
    }
  });
}

/** A dry run makes no workspace either: where there is none yet, it looks into one that nobody has. */
async function principalToLook(rapport: Rapport, workspace: string): Promise<Principal> {
  const found = (await rapport.workspaces()).find(({ name }) => name === workspace);
  const tenant = found ?? { id: randomUUID(), name: workspace };
  return { tenant, user: rapport.config.user, roles: ["ADMIN"] };
}

/** Columns are typed over the whole file before a row is stored, so standard input is kept aside to be read twice. */
async function onDisk(file: string): Promise<{ path: string; remove(): Promise<void> }> {
  if (file !== "-") return { path: file, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "rapport-import-"));
  const path = join(folder, "standard-input");
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function errorFile(path: string) {
  const stream = createWriteStream(path);
  await once(stream, "open").catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("VALIDATION_FAILED", `--errors ${path} cannot be written: ${reason}.`, {
      cause: error,
    });
  });
  stream.write("line,column,reason\n");
  const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  return {
    write: (bad: { line: number; column?: string; reason: string }) =>
      void stream.write(`${bad.line},${cell(bad.column)},${cell(bad.reason)}\n`),
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}
