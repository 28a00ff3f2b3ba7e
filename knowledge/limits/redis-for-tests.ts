import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

const program = "/usr/bin/redis-server";

/** Whether tests can start a Redis here. */
export const hasRedis = existsSync(program);

/** A Redis of a test's own, that keeps nothing. */
export interface RedisServer {
  url: string;
  start(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** Takes a free loopback port for a Redis, which is not started yet. */
export async function redisForTests(): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      const started = spawn(program, options, { stdio: ["ignore", "pipe", "ignore"] });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.once("error", reject);
        started.once("exit", () => reject(new Error("redis-server ended before it was ready")));
        let said = "";
        started.stdout?.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes("Ready to accept connections")) resolve();
        });
      });
    },
    kill: async () => {
      const running = child;
      child = undefined;
      if (!running || running.exitCode !== null) return;
      const ended = new Promise((resolve) => running.once("exit", resolve));
      running.kill("SIGKILL");
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
