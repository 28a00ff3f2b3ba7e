import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/client";
import { getDefaultEnvironment, StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOwnerRecord } from "#knowledge/db/embedded/owner-record.ts";
import { rapport } from "./test-support/child.ts";

// Processes of one workspace at work while their database is killed, on an embedded database of their own.

const rows = 6_000;
let home: string;
const clients: Client[] = [];
const environment = () => ({ ...getDefaultEnvironment(), RAPPORT_HOME: home });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "rapport-crash-"));
  const line = (i: number) =>
    `lead-${i},${i % 97},${["web", "fair", "referral"][i % 3]},${i % 4 === 0 ? "won" : "lost"}`;
  await table("first.csv", 200, line);
  await table("second.csv", rows, line);
  await run(["import", "contacts", join(home, "first.csv"), "-w", "acme"]);
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  const owner = readOwnerRecord(home);
  if (owner) kill(owner.pid, "SIGTERM");
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

test("three MCP servers and an import go on when the database's process is killed, and nothing acknowledged is lost", async () => {
  const servers = await Promise.all([connect(), connect(), connect()]);
  const work = new AbortController();
  const recorded: string[] = [];
  const busy = servers.map((client, n) => keepBusy(client, n, { signal: work.signal, recorded }));
  const importing = start(["import", "contacts", join(home, "second.csv"), "-w", "acme", "--json"]);
  const ended = output(importing);
  for (let kills = 0; kills < 2 && importing.exitCode === null; kills++) {
    await sleep(900);
    const owner = readOwnerRecord(home);
    if (owner) kill(owner.pid, "SIGKILL");
  }
  const { status, stdout, stderr } = await ended;
  await sleep(500);
  work.abort();
  const calls = await Promise.all(busy);

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ skipped: 0 });
  expect(Math.min(...calls)).toBeGreaterThan(3);
  expect(await contacts()).toBe(rows);
  expect(recorded.length).toBeGreaterThan(0);
  for (const contact of recorded) expect(await outcomeOf(contact)).toBe("lost");
});

test("an import that is killed leaves whole rows only, and importing again completes it", async () => {
  await table("third.csv", 3 * rows, (i) => `more-${i},${i},web,${i % 2 === 0 ? "won" : "lost"}`);
  const args = [
    "import",
    "contacts",
    join(home, "third.csv"),
    "-w",
    "killed",
    "--outcome",
    "outcome",
    "--json",
  ];
  const importing = start(args);
  while (importing.exitCode === null && (await contacts("killed")) === 0) await sleep(50);
  importing.kill("SIGKILL");
  await output(importing);
  const first = await contacts("killed");
  expect(await halfRows("killed")).toBe(0);
  const { stdout, status } = await output(start(args));
  expect(status).toBe(0);
  const summary = JSON.parse(stdout);
  expect(summary.unchanged).toBeGreaterThanOrEqual(first);
  expect(summary.imported + summary.unchanged).toBe(3 * rows);
  expect(await contacts("killed")).toBe(3 * rows);
  expect(await halfRows("killed")).toBe(0);
});

async function table(name: string, count: number, line: (i: number) => string): Promise<void> {
  const lines = Array.from({ length: count }, (_, i) => line(i));
  await writeFile(join(home, name), `id,budget,source,outcome\n${lines.join("\n")}\n`);
}

async function connect(): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const args = [rapport, "mcp", "--workspace", "acme"];
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args, env: environment(), stderr: "ignore" }),
  );
  clients.push(client);
  return client;
}

/** Scores and records outcomes until told to stop; every call must succeed. Resolves with the number of calls. */
async function keepBusy(
  client: Client,
  n: number,
  { signal, recorded }: { signal: AbortSignal; recorded: string[] },
): Promise<number> {
  let calls = 0;
  for (let i = n; !signal.aborted; i = (i + 3) % 200) {
    const contact_id = `lead-${i}`;
    await succeed(client, "score_lead", { contact_id });
    const { handle } = await succeed(client, "record_outcome", { contact_id, outcome: "lost" });
    await succeed(client, "record_outcome", { confirm: handle });
    recorded.push(contact_id);
    calls += 3;
  }
  return calls;
}

async function succeed(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const result = await client.callTool({ name, arguments: input });
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
  return result.structuredContent as Record<string, unknown>;
}

async function contacts(workspace = "acme"): Promise<number> {
  const { stdout, status } = await output(start(["status", "-w", workspace, "--json"]));
  return status === 0 ? JSON.parse(stdout).contacts : 0;
}

/** Contacts without their outcome, which stands in the same row of the file. */
async function halfRows(workspace: string): Promise<number> {
  const { stdout } = await output(start(["status", "-w", workspace, "--json"]));
  return JSON.parse(stdout).open;
}

async function outcomeOf(contact_id: string): Promise<unknown> {
  const [client] = clients;
  if (!client) throw new Error("no client is connected");
  const contact = await succeed(client, "get_contact", { contact_id });
  return (contact.outcome as { result: string } | null)?.result;
}

async function run(args: string[]): Promise<void> {
  const { status, stderr } = await output(start(args));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [rapport, ...args], {
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function output(child: ChildProcess): Promise<{ status: number | null; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, stdout, stderr })));
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
