import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runRapport } from "../test-support/child.ts";
import { trainedWorkspace } from "../test-support/trained-workspace.ts";

let workspace: string;
let folder: string;

beforeAll(async () => {
  workspace = (await trainedWorkspace()).tenant.name;
  folder = await mkdtemp(join(tmpdir(), "rapport-report-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runRapport(["report", ...args, "--workspace", workspace]);

test("writes one page that needs no network, and says where", async () => {
  const file = join(folder, "out.html");
  const { status, stdout } = await run("--html", file, "--period", "2025-01-01..2025-04-01", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file, replay: { handle: expect.any(String) } });
  const html = await readFile(file, "utf8");
  expect(html).toContain(`<h1>${workspace}: sales report</h1>`);
  expect(html).toContain("2025-01-01 to 2025-03-31");
  expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script/);
});

test("a segment's report leaves out what is counted of everybody, and says so", async () => {
  const everybody = await run("--html", "-");
  expect(everybody.stdout).toContain('<section id="pipeline">');
  const { stdout } = await run("--html", "-", "--segment", "source=referral");
  expect(stdout).toContain("only source=referral");
  expect(stdout).not.toMatch(/<section id="(pipeline|opportunities)">/);
  expect(stdout).toContain("left out of a report on a segment");
});

test("- is standard output", async () => {
  const { stdout } = await run("--html", "-");
  expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
});

test.each([
  ["no file", [], /--html/],
  ["a folder that is not there", ["--html", "/nowhere/at/all.html"], /a folder that exists/],
  ["half a period", ["--html", "-", "--period", "2025-01-01"], /from\.\.to/],
  [
    "a period that ends before it begins",
    ["--html", "-", "--period", "2025-04-01..2025-01-01"],
    /from|before|after/,
  ],
])("%s is told how to be mended", async (_what, args, fix) => {
  const { status, stderr } = await run(...args);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(fix) });
});
