import { statSync } from "node:fs";
import { AppError } from "#core/errors.ts";
import type { Rapport } from "../../compose/compose.ts";
import { count, print } from "../output.ts";
import { type Progress, startProgress } from "../progress.ts";
import { withRapport } from "../with-rapport.ts";

type Whole = Awaited<ReturnType<Rapport["operations"]["backUp"]>>;

/** `rapport backup`: all workspaces, or one, in a file. */
export async function backup(file: string, options: { workspace?: string; json?: boolean }): Promise<void> {
  await withRapport(async ({ operations }) => {
    const whole = await withCount("Reading", (onRows) =>
      operations.backUp(file, { workspace: options.workspace, now: new Date(), onRows }),
    );
    const bytes = statSync(file).size;
    print({ file, bytes, ...described(whole) }, options, () =>
      [
        `${file}: ${said(whole)}, ${(bytes / 2 ** 20).toFixed(1)} MB. It holds everything that people wrote: keep it as you keep the database.`,
        "Secrets of webhooks are encrypted in it. Keep RAPPORT_ENCRYPTION_KEYS, or the key file in RAPPORT_HOME, elsewhere: without them these are lost.",
      ].join("\n"),
    );
  });
}

/** `rapport restore`: a backup into an empty database. */
export async function restore(file: string, options: { json?: boolean }): Promise<void> {
  await withRapport(async ({ operations, databaseKind, config }) => {
    const whole = await withCount("Checking", (onRows, progress) =>
      operations.restore(file, { onRows, onStep: (step) => progress.update(steps[step]) }),
    );
    const where = databaseKind === "embedded" ? `the embedded database in ${config.home}` : "DATABASE_URL";
    print(described(whole), options, () => `Restored ${said(whole)} into ${where}, and compared all of it.`);
  });
}

/** `rapport move`: everything into an empty Postgres. */
export async function move({ to, ...options }: { to: string; json?: boolean }): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(to)) {
    throw new AppError(
      "VALIDATION_FAILED",
      "--to is an address such as postgres://user:password@host/database.",
    );
  }
  await withRapport(async ({ operations, databaseKind }) => {
    const whole = await withCount("Copying", (onRows, progress) =>
      operations.moveTo(to, { now: new Date(), onRows, onStep: (step) => progress.update(steps[step]) }),
    );
    print(described(whole), options, () =>
      [
        `Copied ${said(whole)}, as they were at ${whole.manifest.madeAt}, and compared all of it.`,
        "What was written since is not in the copy. If anything went on working meanwhile, stop it and move again, into a new empty database.",
        `From now on set DATABASE_URL to that address; ${databaseKind === "embedded" ? "the folder RAPPORT_HOME" : "the old database"} stays as it is.`,
      ].join("\n"),
    );
  });
}

const steps = { checking: "Checking", loading: "Loading", indexing: "Building vector indexes" };

async function withCount<T>(
  what: string,
  work: (onRows: (table: string, rows: number) => void, progress: Progress) => Promise<T>,
): Promise<T> {
  const spinner = startProgress(what);
  let step = what;
  let seen = 0;
  const progress: Progress = {
    update: (next) => {
      [step, seen] = [next, 0];
      spinner.update(next);
    },
    stop: () => spinner.stop(),
  };
  try {
    return await work((table, rows) => {
      seen += rows;
      spinner.update(`${step}: ${count(seen)} rows, now ${table}`);
    }, progress);
  } finally {
    spinner.stop();
  }
}

function rowsOf({ totals }: Whole): number {
  return Object.values(totals).reduce((sum, { rows }) => sum + rows, 0);
}

function said(whole: Whole): string {
  const { length } = whole.manifest.workspaces;
  return `${count(rowsOf(whole))} rows of ${count(length)} ${length === 1 ? "workspace" : "workspaces"}`;
}

function described(whole: Whole) {
  const { madeAt, workspaces, migrations } = whole.manifest;
  const tables = Object.fromEntries(Object.entries(whole.totals).map(([name, { rows }]) => [name, rows]));
  return {
    madeAt,
    workspaces: workspaces.map(({ name }) => name),
    migration: migrations.at(-1)?.tag,
    rows: rowsOf(whole),
    tables,
  };
}
