import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { AppError, toAppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Rapport } from "../../compose/compose.ts";
import { importText, mappingText } from "../import-text.ts";
import { indexAll } from "../index-all.ts";
import { indexText } from "../index-text.ts";
import { count, print } from "../output.ts";
import { type Progress, startProgress } from "../progress.ts";
import { onDisk } from "../standard-input.ts";
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
  /** False with --no-index; absent where nothing that is imported can be searched. */
  index?: boolean;
}

type Options<Name extends keyof Operations> = NonNullable<Parameters<Operations[Name]>[2]> & CommandOptions;

/** `rapport import contacts <file>` */
export const importContacts = (file: string, options: Options<"importContacts">) =>
  runFile(file, options, ({ operations }, ...args) => operations.importContacts(...args));

/** `rapport import companies <file>` */
export const importCompanies = (file: string, options: Options<"importCompanies">) =>
  runFile(file, options, ({ operations }, ...args) => operations.importCompanies(...args));

/** `rapport import interactions <file>` */
export const importInteractions = (file: string, options: Options<"importInteractions">) =>
  runFile(file, options, ({ operations }, ...args) => operations.importInteractions(...args));

/** `rapport import conversations <file>` */
export const importConversations = (file: string, options: Options<"importConversations">) =>
  runFile(file, options, ({ operations }, ...args) => operations.importConversations(...args));

/** `rapport import articles <file>` */
export const importArticles = (file: string, options: Options<"importArticles">) =>
  runFile(file, options, ({ operations }, ...args) => operations.importArticles(...args));

/** `rapport import email <paths…>` */
export async function importEmail(paths: string[], options: Options<"importEmail">): Promise<void> {
  const onDisks = await Promise.all(paths.map(onDisk));
  const open = async ({ operations }: Rapport) => {
    const source = await operations.mailFiles(onDisks.map(({ path }) => path));
    return paths.includes("-") ? { ...source, name: "standard input" } : source;
  };
  try {
    await runImport({ shown: paths.join(", "), open }, options, ({ operations }, ...args) =>
      operations.importEmail(...args),
    );
  } finally {
    for (const { remove } of onDisks) await remove();
  }
}

async function runFile<O extends CommandOptions>(
  file: string,
  options: O,
  work: (rapport: Rapport, principal: Principal, source: Source, options: O) => Promise<Summary>,
): Promise<void> {
  const { path, remove } = await onDisk(file);
  const open = async ({ operations }: Rapport) => {
    const source = await operations.fileSource(path);
    return file === "-" ? { ...source, name: "standard input" } : source;
  };
  try {
    await runImport({ shown: file, open }, options, work);
  } finally {
    await remove();
  }
}

interface Input<S> {
  /** What it is called in messages. */
  shown: string;
  open: (rapport: Rapport) => Promise<S>;
}

async function runImport<O extends CommandOptions, S>(
  { shown, open }: Input<S>,
  options: O,
  work: (rapport: Rapport, principal: Principal, source: S, options: O) => Promise<Summary>,
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const workspace = options.workspace ?? rapport.config.workspace;
    if (!workspace) throw new AppError("VALIDATION_FAILED", "Say into which workspace: --workspace <name>.");
    const errors = options.errors ? await errorFile(options.errors) : undefined;
    const progress = startProgress("Reading");
    try {
      const source = await open(rapport);
      const principal = options.dryRun
        ? await principalToLook(rapport, workspace)
        : await rapport.principalInNew(workspace);
      const summary = await work(rapport, principal, source, {
        ...options,
        signal,
        onError: errors?.write,
        // For people at a terminal, who can still press Ctrl-C; the summary shows it again.
        onMapping: (mapping: Summary["mapping"]) => {
          if (!options.json && process.stderr.isTTY) process.stderr.write(`${mappingText(mapping)}\n`);
        },
        onProgress: ({ phase, rows }: { phase: string; rows: number }) =>
          progress.update(`${phase === "reading" ? "Reading" : "Importing"} ${shown}: ${count(rows)} rows`),
      });
      const wanted = options.index === true && !options.dryRun;
      const indexed = wanted ? await makeSearchable(rapport, principal, { signal, progress }) : undefined;
      progress.stop();
      print(indexed ? { ...summary, indexed } : summary, options, () =>
        [importText(summary, options.errors), ...(indexed ? [indexText(indexed)] : [])].join("\n"),
      );
      if (summary.errorCount > 0) process.exitCode = 3;
    } finally {
      progress.stop();
      await errors?.close();
    }
  });
}

/** What was imported is stored, whatever becomes of its index: a failure is told, and is no failure of the import. */
async function makeSearchable(
  rapport: Rapport,
  principal: Principal,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
) {
  try {
    return await indexAll(rapport, principal, { signal, progress });
  } catch (error) {
    signal.throwIfAborted();
    process.stderr.write(
      `Imported, but not yet searchable: ${toAppError(error).message} Run: npm run -s rapport -- index -w ${principal.tenant.name}\n`,
    );
    return undefined;
  }
}

/** A dry run makes no workspace either: where there is none yet, it looks into one that nobody has. */
async function principalToLook(rapport: Rapport, workspace: string): Promise<Principal> {
  const found = (await rapport.workspaces()).find(({ name }) => name === workspace);
  const tenant = found ?? { id: randomUUID(), name: workspace };
  return { tenant, user: rapport.config.user, roles: ["ADMIN"] };
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
