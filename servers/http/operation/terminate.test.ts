import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { childEnvironment, rapport, repository } from "../../test-support/child.ts";

test("on SIGTERM a request under way is answered and the process ends by itself", async () => {
  const { tenant } = await freshWorkspace();
  const child = spawn(
    process.execPath,
    [rapport, "serve", "--port", "0", "--no-worker", "--workspace", tenant.name],
    {
      cwd: repository,
      env: childEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    const url = await addressOf(child.stderr);
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    // A body that is still on its way when the signal comes.
    const gate = Promise.withResolvers<void>();
    const ping = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });
    const body = new ReadableStream({
      start: async (controller) => {
        controller.enqueue(new TextEncoder().encode(ping.slice(0, 10)));
        await gate.promise;
        controller.enqueue(new TextEncoder().encode(ping.slice(10)));
        controller.close();
      },
    });
    const underWay = fetch(`${url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
      body,
      duplex: "half",
    } as RequestInit);
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill("SIGTERM");
    await refusing(url);
    gate.resolve();
    const answer = await underWay;
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"result":{}')]);
    expect(await ended).toBe(0);
  } finally {
    child.kill("SIGKILL");
  }
});

function addressOf(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    stderr.on("data", (bytes) => {
      said += bytes;
      const [, url] = /at (http:\/\/\S+)\/mcp/.exec(said) ?? [];
      if (url) resolve(url);
    });
  });
}

/** Resolves once new connections are refused. */
async function refusing(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const refused = await fetch(`${url}/ready`, { headers: { connection: "close" } }).then(
      () => false,
      () => true,
    );
    if (refused) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("still takes connections");
}
