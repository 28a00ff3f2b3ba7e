import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { runRapport } from "../test-support/child.ts";
import { configurationFile } from "./host-configuration.ts";

let workspace: string;
let home: string;

beforeAll(async () => {
  workspace = (await freshWorkspace()).tenant.name;
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "rapport-host-"));
});

afterEach(() => rm(home, { recursive: true, force: true }));

/** Runs `connect` as a user whose home and current folder are empty. */
const connect = (host: string, ...more: string[]) =>
  runRapport(["connect", host, "--workspace", workspace, ...more], {
    env: { HOME: home, USERPROFILE: home },
    cwd: home,
  });

const readJson = async (file: string) => JSON.parse(await readFile(file, "utf8"));

test("connect json prints a configuration whose command starts a server", async () => {
  const { status, stdout } = await connect("json");
  expect(status).toBe(0);
  const { command, args, env } = JSON.parse(stdout).mcpServers.rapport;
  const client = new Client({ name: "host", version: "1" });
  // A host starts it from anywhere, with next to nothing in the environment.
  await client.connect(new StdioClientTransport({ command, args, env, cwd: home, stderr: "ignore" }));
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain("score_lead");
  const { structuredContent } = await client.callTool({ name: "find_leads", arguments: {} });
  expect(structuredContent).toMatchObject({ total: 0 });
  await client.close();
});

test.each(["claude-desktop", "claude-code", "cursor"] as const)(
  "connect %s writes the host's file",
  async (host) => {
    const { status, stdout, stderr } = await connect(host);
    expect(status).toBe(0);
    // A server's address may hold a password, and Claude Code's file is the project's.
    const isKeptOut = host === "claude-code" && inject("database").databaseUrl !== undefined;
    expect(stderr).toMatch(
      isKeptOut ? /^Note: The database's address is not written .*DATABASE_URL set\.\n$/ : /^$/,
    );
    const file = stdout.match(/Rapport is in (.*\.json)\./)?.[1] ?? "";
    expect(file.startsWith(home)).toBe(true);
    expect((await readJson(file)).mcpServers.rapport.args).toContain(workspace);
  },
);

test("other servers and settings stay, and the file as it was is kept", async () => {
  const file = configurationFile("claude-code", home);
  const before = JSON.stringify({
    theme: "dark",
    mcpServers: { other: { command: "other" }, rapport: { command: "old" } },
  });
  await writeFile(file, before);
  await connect("claude-code");
  const after = await readJson(file);
  expect(after).toMatchObject({ theme: "dark", mcpServers: { other: { command: "other" } } });
  expect(after.mcpServers.rapport.command).toBe(process.execPath);
  expect(await readFile(`${file}.before-rapport`, "utf8")).toBe(before);
});

test("connecting twice changes nothing the second time", async () => {
  const file = configurationFile("claude-code", home);
  await writeFile(file, "{}");
  await connect("claude-code");
  const once = await readFile(file, "utf8");
  await connect("claude-code");
  expect(await readFile(file, "utf8")).toBe(once);
  expect(await readFile(`${file}.before-rapport`, "utf8")).toBe("{}");
});

test.each(['{ "mcpServers": { broken', "[1, 2]", '"text"'])(
  "a file that holds %s is left as it is",
  async (content) => {
    const file = configurationFile("claude-code", home);
    await writeFile(file, content);
    const { status, stdout, stderr } = await connect("claude-code");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("rapport connect json");
    expect(await readFile(file, "utf8")).toBe(content);
    expect(await readdir(home)).toEqual([".mcp.json"]);
  },
);

test("--print writes nothing", async () => {
  const { stdout } = await connect("cursor", "--print");
  expect(JSON.parse(stdout).mcpServers.rapport.args).toContain(workspace);
  expect(await readdir(home)).toEqual([]);
});

test("keys of language models stay out of the host's file", async () => {
  const env = { HOME: home, GOOGLE_API_KEY: "secret-key-of-mine" };
  const { stdout } = await runRapport(["connect", "json"], { env, cwd: home });
  expect(stdout).not.toContain("secret-key-of-mine");
});
