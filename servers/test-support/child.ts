import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";
import { getDefaultEnvironment } from "@modelcontextprotocol/client/stdio";
import { inject } from "vitest";

export const repository = resolve(import.meta.dirname, "../..");

/** The command line's entry point. */
export const rapport = resolve(repository, "servers/cli/main.ts");

/** Node's own environment for a child that is to use the test's database, and nothing else of ours. */
export function childEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const { databaseUrl, home } = inject("database");
  return {
    ...getDefaultEnvironment(),
    RAPPORT_HOME: home,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...more,
  };
}

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
  stdin?: string;
}

/** What has not ended by itself by then is ended, so that a failing test leaves no process behind. */
const patienceMs = 25_000;

/** Runs a script under this very Node until it ends. */
export function runScript(script: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd ?? repository,
    env: childEnvironment(options.env),
    timeout: patienceMs,
  });
  // A child that ends before it has read all of it is no failure of the test's.
  child.stdin.on("error", () => {});
  child.stdin.end(options.stdin ?? "");
  return endOf(child);
}

/** Runs one command of the command line. */
export function runRapport(args: readonly string[], options?: RunOptions): Promise<Ended> {
  return runScript(rapport, args, options);
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (status) => done({ status, stdout, stderr }));
  });
}
