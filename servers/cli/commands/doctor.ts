import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { type Config, loadConfig } from "#core/config.ts";
import { toAppError } from "#core/errors.ts";
import { compose, type Rapport } from "../../compose/compose.ts";
import { version } from "../../version.ts";
import { print } from "../output.ts";

interface Check {
  name: string;
  status: "ok" | "warning" | "failed";
  finding: string;
  /** What to do about it. */
  mend?: string;
}

/** `rapport doctor`: checks everything that Rapport stands on; the exit status is 1 when something is broken. */
export async function doctor(options: { json?: boolean }): Promise<void> {
  const checks: Check[] = [{ name: "version", status: "ok", finding: `Rapport ${version}` }, checkNode()];
  const config = tryTo("configuration", checks, loadConfig);
  if (config) {
    checks.push(await checkDisk(config));
    const rapport = tryTo("models", checks, () => compose(config));
    if (rapport) {
      checks.push(...(await checkDatabase(rapport)), checkModels(rapport));
      await rapport.close();
    }
  }
  if (checks.some(({ status }) => status === "failed")) process.exitCode = 1;
  print(checks, options, () => checks.map(line).join("\n"));
}

const signs = { ok: "ok      ", warning: "warning ", failed: "FAILED  " } as const;

function line({ name, status, finding, mend }: Check): string {
  return `${signs[status]}${name.padEnd(14)}${finding}${mend ? `\n${" ".repeat(22)}-> ${mend}` : ""}`;
}

function tryTo<T>(name: string, checks: Check[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    checks.push({
      name,
      status: "failed",
      finding: toAppError(error).message,
      mend: "Correct the environment variable.",
    });
    return undefined;
  }
}

function checkNode(): Check {
  const finding = `Node ${process.version}`;
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 24) return { name: "node", status: "ok", finding };
  return {
    name: "node",
    status: "failed",
    finding,
    mend: "Rapport runs on Node 24. `npm ci` brings it; start through npm: npm run -s rapport -- doctor",
  };
}

async function checkDisk({ home, databaseUrl }: Config): Promise<Check> {
  if (databaseUrl) return { name: "disk", status: "ok", finding: "records are on the Postgres server" };
  const stats = await statfs(home).catch(() => statfs(dirname(home)).catch(() => undefined));
  if (!stats)
    return {
      name: "disk",
      status: "warning",
      finding: `cannot look at ${home}`,
      mend: "Set RAPPORT_HOME to a folder that you may write to.",
    };
  const free = (stats.bavail * stats.bsize) / 2 ** 30;
  const finding = `${free.toFixed(1)} GiB free for ${home}`;
  return free < 1
    ? {
        name: "disk",
        status: "warning",
        finding,
        mend: "Free some space, or move RAPPORT_HOME to a larger disk.",
      }
    : { name: "disk", status: "ok", finding };
}

async function checkDatabase(rapport: Rapport): Promise<Check[]> {
  const started = performance.now();
  try {
    await rapport.pingDatabase();
    const took = (performance.now() - started).toFixed(0);
    const where =
      rapport.databaseKind === "embedded"
        ? `embedded, in ${rapport.config.home}`
        : "the Postgres of DATABASE_URL";
    const migration = await rapport.operations.newestMigration();
    const workspaces = (await rapport.workspaces()).map(({ name }) => name);
    return [
      {
        name: "database",
        status: "ok",
        finding: `${where}; answered after ${took} ms; migrations are up to date (${migration})`,
      },
      workspaces.length > 0
        ? { name: "workspaces", status: "ok", finding: workspaces.join(", ") }
        : {
            name: "workspaces",
            status: "warning",
            finding: "none yet",
            mend: "npm run demo, or import contacts.",
          },
    ];
  } catch (error) {
    const { code, message: finding } = toAppError(error);
    const mend =
      rapport.databaseKind === "embedded"
        ? `Look into the log in ${rapport.config.home}; another program may hold the folder.`
        : "Check DATABASE_URL, and that the server runs.";
    // What is wrong with the configuration says itself how to mend it.
    return [{ name: "database", status: "failed", finding, ...(code !== "VALIDATION_FAILED" && { mend }) }];
  }
}

function checkModels({ models }: Rapport): Check {
  const finding =
    models.length > 0
      ? `${models.map(({ id }) => id).join(", ")} (keys are present; not called)`
      : "no language model configured: everything is local, nothing leaves this machine";
  return { name: "models", status: "ok", finding };
}
