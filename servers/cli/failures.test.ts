import { beforeAll, describe, expect, test } from "vitest";
import { type RunOptions, runRapport } from "../test-support/child.ts";
import { insides } from "../test-support/insides.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

const known = people[0]?.id ?? "";
const future = "2999-01-01T00:00:00Z";
let workspace: string;

beforeAll(async () => {
  workspace = (await trainedWorkspace()).tenant.name;
});

/** What is typed ($W is the workspace), and what stderr must say; everything ends with status 1. */
const cases: [string, string, RegExp][] = [
  ["an unknown contact", "score nobody -w $W", /No contact has the id, email or name "nobody"/],
  [
    "an unknown contact to explain",
    "explain nobody@nowhere.example -w $W",
    /No contact has the id, email or name/,
  ],
  ["no contact", "score -w $W", /--all/],
  ["a moment that is none", "score --all -w $W --as-of tomorrow", /2026-01-31T09:30:00Z/],
  ["a moment in the future", `score --all -w $W --as-of ${future}`, /future/],
  ["the same of one contact", `score ${known} -w $W --as-of ${future}`, /future/],
  ["an unknown format", "score --all -w $W --format xml", /csv, json, jsonl/],
  [
    "an unknown workspace",
    "status -w no-such-workspace",
    /There is no workspace "no-such-workspace". There is: /,
  ],
  ["an unknown workspace to train", "train -w no-such-workspace", /There is: /],
  ["an unknown workspace to serve", "serve -w no-such-workspace --port 0", /There is: /],
  ["no workspace to import into", "import contacts leads.csv", /--workspace <name>/],
  ["no file", "import contacts /nowhere/leads.csv -w $W", /no file \/nowhere\/leads.csv/],
  ["a folder for a file", "import contacts /tmp -w $W", /folder/],
  ["a name no workspace can have", "import contacts - -w a/b", /letters, digits/],
  ["a map that is none", "import contacts - -w $W --map email", /field=column/],
  ["an unknown server", "mcp no-such-server", /There is: lead-scoring/],
  ["an address that anybody reaches", "serve --host 0.0.0.0 -w $W", /--host 127.0.0.1/],
  ["a port beyond all", "serve --port 99999", /0 to 65535/],
  ["an unknown host", "connect emacs", /claude-desktop, claude-code, cursor, json/],
  ["an unknown command", "frobnicate", /--help/],
  ["an unknown option", "status --frobnicate", /--help/],
];

const run = (line: string, options?: RunOptions) =>
  runRapport(line.replace("$W", workspace).split(" "), options);

test.each(cases)("%s: one line says what to do", async (_what, line, expected) => {
  const { status, stdout, stderr } = await run(line);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(expected);
  expect(stderr).not.toMatch(insides);
  // The command line reader adds a line about --help.
  expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(stderr.includes("--help") ? 2 : 1);
});

test.each([
  ["an unknown contact", "score nobody -w $W --json", "NOT_FOUND"],
  ["an unknown workspace", "status -w no-such-workspace --json", "NOT_FOUND"],
  ["no workspace to import into", "import contacts leads.csv --json", "VALIDATION_FAILED"],
  ["an unknown option", "train --json --frobnicate", "VALIDATION_FAILED"],
  ["a missing argument", "explain --json", "VALIDATION_FAILED"],
])("%s: with --json the error is JSON", async (_what, line, code) => {
  const { status, stdout, stderr } = await run(line);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(JSON.parse(stderr)).toEqual({
    error: { code, message: expect.stringMatching(/\w+ \w+/), retryable: false },
  });
});

describe("what the environment gets wrong", () => {
  test("is told all at once", async () => {
    const env = { DATABASE_URL: "mysql://x", RAPPORT_LOG_LEVEL: "loud" };
    const { status, stderr } = await run("status -w $W", { env });
    expect(status).toBe(1);
    expect(stderr).toMatch(/DATABASE_URL.*RAPPORT_LOG_LEVEL/);
    expect(stderr).not.toMatch(insides);
  });

  test("a database that is not there is named", async () => {
    const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
    const { status, stderr } = await run("status -w $W --json", { env });
    expect(status).toBe(1);
    expect(JSON.parse(stderr).error).toMatchObject({ code: "DATABASE_UNAVAILABLE", retryable: true });
  });
});
