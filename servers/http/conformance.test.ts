import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { repository, runScript } from "../test-support/child.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { fixtureFactory } from "./conformance-fixtures/fixture-factory.ts";
import type { RunningServer } from "./serve.ts";

const conformance = resolve(repository, "node_modules/@modelcontextprotocol/conformance/dist/index.js");
const fixtures = resolve(import.meta.dirname, "conformance-fixtures");

/** All that the suite has for servers; those for authorization are for clients only. */
const scenarios = 32;

let folder: string;
const servers = new Map<string, RunningServer>();

beforeAll(async () => {
  const workspace = await freshWorkspace();
  servers.set("production", await serveWorkspace(workspace));
  servers.set("fixtures", await serveWorkspace(workspace, {}, { extendMcp: fixtureFactory }));
  folder = await mkdtemp(join(tmpdir(), "rapport-conformance-"));
});

afterAll(async () => {
  for (const server of servers.values()) await server.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  { served: "production", failures: 26 },
  { served: "fixtures", failures: 6 },
])(
  "the whole suite against $served: all but $failures scenarios pass, as listed",
  async ({ served, failures }) => {
    const expected = join(fixtures, `expected-failures-${served}.yml`);
    const url = `${servers.get(served)?.url}/mcp`;
    const args = ["server", "--url", url, "--suite", "all", "--expected-failures", expected];
    const { status, stdout, stderr } = await runScript(conformance, args, { cwd: folder });
    expect({ status, output: stdout + stderr }).toMatchObject({
      status: 0,
      output: expect.stringContaining(`(${scenarios} scenarios)`),
    });
    const listed = (await readFile(expected, "utf8")).match(/^ {2}- /gm);
    expect(listed).toHaveLength(failures);
    process.stderr.write(
      `conformance, ${served}: ${scenarios - failures} of ${scenarios} scenarios pass, ${failures} fail as expected\n`,
    );
  },
);

test("no production file imports the fixtures", async () => {
  const files = (await readdir(resolve(repository, "servers"), { recursive: true })).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("conformance-fixtures"),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const source = await readFile(resolve(repository, "servers", file), "utf8");
    expect(source, file).not.toMatch(/conformance-fixtures/);
  }
});
