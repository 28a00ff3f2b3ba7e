import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { AppError } from "#core/errors.ts";
import { readOwnerRecord } from "./owner-record.ts";
import { embeddedPaths } from "./paths.ts";

interface Options {
  /** Milliseconds without a client after which the owner ends; 30,000 by default. */
  idle?: number;
  /** Milliseconds to wait for the database to answer; making a new one takes about four seconds. */
  timeout?: number;
}

const startsUnderWay = new Map<string, Promise<void>>();

/**
 * Sees to it that a process owns the home's database and answers; whoever comes first starts it.
 * @throws AppError DATABASE_UNAVAILABLE naming the log when it does not answer in time.
 */
export function startOwner(home: string, options: Options = {}): Promise<void> {
  const underWay = startsUnderWay.get(home);
  if (underWay) return underWay;
  const start = untilItAnswers(home, options).finally(() => startsUnderWay.delete(home));
  startsUnderWay.set(home, start);
  return start;
}

async function untilItAnswers(home: string, { idle = 30_000, timeout = 60_000 }: Options): Promise<void> {
  const deadline = Date.now() + timeout;
  let child: ChildProcess | undefined;
  for (let pause = 20; !(await answers(home)); pause = Math.min(pause * 1.5, 250)) {
    if (Date.now() > deadline) throw unavailable(home, `did not answer within ${timeout / 1000} s`);
    if (child?.exitCode) throw unavailable(home, "could not be started");
    // A child that found the lock taken has ended with 0: by now the other may have gone again.
    if (!child || child.exitCode === 0 || child.signalCode !== null) child = spawnOwner(home, idle);
    await sleep(pause);
  }
}

function spawnOwner(home: string, idle: number): ChildProcess {
  const output = openLog(home);
  try {
    const server = fileURLToPath(new URL("./server.ts", import.meta.url));
    const child = spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", server, home, "--idle", String(idle)],
      { cwd: home, detached: true, stdio: ["ignore", output, output], windowsHide: true },
    );
    child.on("error", () => {});
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/** Makes the home where it is new, and opens the owner's log in it. @throws AppError VALIDATION_FAILED when it cannot be written to */
function openLog(home: string): number {
  try {
    makeFolder(home);
    const { log } = embeddedPaths(home);
    return openSync(log, fileSize(log) > 1_000_000 ? "w" : "a", 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "VALIDATION_FAILED",
      `The embedded database cannot be kept in ${home}: ${reason}. Set RAPPORT_HOME to a folder that you may write to.`,
      { cause: error },
    );
  }
}

/** Level by level: where a folder can never be, below /proc say, Node's own `recursive` never returns. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process that starts at the same moment makes it too.
    if (!existsSync(path)) throw error;
  }
}

/** True when somebody listens where the last owner said it would. */
function answers(home: string): Promise<boolean> {
  const address = readOwnerRecord(home)?.address;
  if (!address) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket: Socket = connect(address);
    const settle = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once("connect", () => settle(true)).once("error", () => settle(false));
  });
}

function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function unavailable(home: string, what: string): AppError {
  return new AppError(
    "DATABASE_UNAVAILABLE",
    `The embedded database in ${home} ${what}. See ${embeddedPaths(home).log}, or run: npm run -s rapport -- doctor`,
    { retryable: true },
  );
}
