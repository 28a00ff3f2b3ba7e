import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const entryPoint = resolve(import.meta.dirname, "../../servers/cli/main.ts");

const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** A server or worker that may be killed, halted and started again, at the same address. */
export interface Managed {
  name: string;
  /** Where a server is reached; empty for a worker. */
  url: string;
  /** Starts it, if it does not run. */
  start(): void;
  /** Sends a signal, if it runs. */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
  runs(): boolean;
}

/** What a process is started with. */
export interface ProcessOptions {
  name: string;
  args: readonly string[];
  nodeArgs?: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Where its log goes. */
  log: string;
  url?: string;
}

/** Describes a process of the command line; nothing runs yet. */
export function managedProcess({ name, args, nodeArgs = [], env, log, url = "" }: ProcessOptions): Managed {
  const output: WriteStream = createWriteStream(log, { flags: "a" });
  let child: ChildProcess | undefined;
  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    name,
    url,
    runs,
    start: () => {
      if (runs()) return;
      child = spawn(process.execPath, [...nodeArgs, entryPoint, ...args], {
        env: { ...process.env, ...env },
        stdio: ["ignore", "ignore", "pipe"],
      });
      children.add(child);
      child.stderr?.on("data", (chunk: Buffer) => output.write(chunk));
    },
    signal: (signal) => void child?.kill(signal),
    end: async (signal) => {
      if (!child || !runs()) return;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
}

/** Resolves when the server answers /ready with 200, or throws what it should have done. @param ms at most */
export async function untilReady(url: string, ms = 60_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await answers(url))) {
    if (performance.now() > deadline) throw new Error(`${url} was not ready within ${ms / 1_000} s`);
    await sleep(50);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
