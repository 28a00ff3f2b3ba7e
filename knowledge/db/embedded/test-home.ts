import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { readOwnerRecord } from "./owner-record.ts";
import { socketAddress } from "./paths.ts";

/** An embedded database of a test's own, which it may kill. */
export interface TestHome {
  home: string;
  ownerPid(): number;
  /** A plain client, connected as psql would: `host` is the socket's folder. */
  connect(): Promise<pg.Client>;
  /** Runs server.ts with the given options in the foreground, without starting one when it is needed. */
  spawnOwner(...options: string[]): ChildProcess;
  remove(): Promise<void>;
}

/** Makes an empty home; nothing runs in it yet. A socket may not fit below a deep one. */
export function makeTestHome({ deep = false } = {}): TestHome {
  const root = mkdtempSync(join(tmpdir(), "rapport-home-"));
  const home = deep ? join(root, "deep".repeat(30)) : root;
  const children: ChildProcess[] = [];
  const ownerPid = () => readOwnerRecord(home)?.pid ?? 0;
  return {
    home,
    ownerPid,
    connect: async () => {
      const host = dirname(readOwnerRecord(home)?.address ?? "/nowhere");
      const client = new pg.Client({ host, user: "postgres", database: "postgres", ssl: false });
      client.on("error", () => {});
      await client.connect();
      return client;
    },
    spawnOwner: (...options) => {
      const server = fileURLToPath(new URL("./server.ts", import.meta.url));
      const child = spawn(
        process.execPath,
        ["--disable-warning=ExperimentalWarning", server, home, ...options],
        {
          stdio: "ignore",
        },
      );
      children.push(child);
      return child;
    },
    remove: async () => {
      for (const child of children) {
        child.kill("SIGKILL");
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      }
      if (isAlive(ownerPid())) process.kill(ownerPid(), "SIGKILL");
      const address = socketAddress(home);
      const socketFolder = address.startsWith(home) ? [] : [dirname(address)];
      for (const folder of [root, ...socketFolder])
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** True while a process of that id runs. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
