import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { repository, runScript } from "../test-support/child.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import type { RunningServer } from "./serve.ts";

const conformance = resolve(repository, "node_modules/@modelcontextprotocol/conformance/dist/index.js");

/** Those that suit any server; the others want a server made for the suite. */
const scenarios = [
  "server-initialize",
  "ping",
  "tools-list",
  "resources-list",
  "prompts-list",
  "dns-rebinding-protection",
];

let http: RunningServer;
let folder: string;

beforeAll(async () => {
  http = await serveWorkspace(await freshWorkspace());
  folder = await mkdtemp(join(tmpdir(), "rapport-conformance-"));
});

afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(scenarios)("conformance scenario %s passes", async (scenario) => {
  const args = ["server", "--url", `${http.url}/mcp`, "--scenario", scenario];
  const { status, stdout, stderr } = await runScript(conformance, args, { cwd: folder });
  expect({ status, output: stdout + stderr }).toMatchObject({
    status: 0,
    output: expect.stringContaining("0 failed"),
  });
});
