import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { AppError } from "#core/errors.ts";
import type { Place } from "./prepare-workspace.ts";

const entryPoint = resolve(import.meta.dirname, "../../../servers/cli/main.ts");

export interface RunningServers {
  urls: string[];
  pids: number[];
  stop(): Promise<void>;
}

/** Starts so many server processes that let in keys only, each on a free port, as an operator would. */
export async function startServers(place: Place, processes: number): Promise<RunningServers> {
  const children = Array.from({ length: processes }, () => startOne(place));
  const urls = await Promise.all(children.map(listening));
  return {
    urls,
    pids: children.flatMap(({ pid }) => pid ?? []),
    stop: async () => {
      await Promise.all(
        children.map(async (child) => {
          const ended = once(child, "exit");
          child.kill("SIGTERM");
          await ended;
        }),
      );
    },
  };
}

function startOne({ databaseUrl = "", home }: Place): ChildProcess {
  const env = { ...process.env, DATABASE_URL: databaseUrl, RAPPORT_HOME: home, RAPPORT_MODELS: "" };
  const args = [entryPoint, "serve", "--require-key", "--port", "0"];
  return spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
}

/** The address that a server names once it listens. */
async function listening(child: ChildProcess): Promise<string> {
  let told = "";
  for await (const chunk of child.stderr ?? []) {
    told += chunk;
    const [, url] = /at (http:\S+)\/mcp/.exec(told) ?? [];
    if (!url) continue;
    child.stderr?.resume();
    return url;
  }
  throw new AppError("INTERNAL", `A server did not start: ${told}`);
}
