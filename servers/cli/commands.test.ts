import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { beforeAll, expect, test } from "vitest";
import { childEnvironment, rapport, runRapport } from "../test-support/child.ts";
import { people, trainedWorkspace } from "../test-support/trained-workspace.ts";

let workspace: string;

beforeAll(async () => {
  workspace = (await trainedWorkspace()).tenant.name;
});

const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await runRapport([...args, "--workspace", workspace]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
};

test("score --all writes a row a contact under the agreed header", async () => {
  const [header, ...rows] = (await run("score", "--all", "--format", "csv")).trimEnd().split("\n");
  expect(header).toBe("id,score,probability,low,high,band,confidence,engine");
  expect(rows.map((row) => row.split(",")[0]).sort()).toEqual(people.map(({ id }) => id).sort());
});

test("score --all --json and --format jsonl hold the same rows", async () => {
  const moment = ["--as-of", "2025-06-01T00:00:00Z"];
  const array = JSON.parse(await run("score", "--all", "--json", ...moment));
  const lines = (await run("score", "--all", "--format", "jsonl", ...moment)).trimEnd().split("\n");
  expect(array).toHaveLength(people.length);
  expect(lines.map((line) => JSON.parse(line))).toEqual(array);
});

test("a contact is found by id, email or name, and scored alike", async () => {
  const person = people[0];
  const moment = ["--json", "--as-of", "2025-06-01T00:00:00Z"];
  const names = [person?.id, person?.email, `${person?.firstName} ${person?.lastName}`];
  const answers = await Promise.all(names.map((name) => run("score", name ?? "", ...moment)));
  expect(new Set(answers).size).toBe(1);
  expect(JSON.parse(answers[0] ?? "").contact.external_id).toBe(person?.id);
});

test("explain tells people in words and machines in JSON", async () => {
  const id = people[0]?.id ?? "";
  expect(await run("explain", id)).toContain("Comparable past leads:");
  expect(JSON.parse(await run("explain", id, "--json"))).toMatchObject({ contact: { external_id: id } });
});

test("status tells what is there, train what came of it", async () => {
  expect(JSON.parse(await run("status", "--json"))).toMatchObject({ contacts: people.length });
  expect(JSON.parse(await run("train", "--json")).report).toMatchObject({ won: 36, lost: 36 });
});

test("serve answers at the address it names until it is told to stop", async () => {
  const args = [rapport, "serve", "--port", "0", "--no-worker", "--workspace", workspace];
  const server = spawn(process.execPath, args, {
    env: childEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    const [line] = await once(createInterface({ input: server.stderr }), "line");
    const url = String(line).match(/http:\S+\/mcp/)?.[0] ?? "";
    expect(String(line)).toContain(workspace);
    const health = await fetch(new URL("/health", url));
    expect(await health.json()).toMatchObject({ status: "ok" });
    server.kill("SIGTERM");
    expect(await once(server, "close")).toEqual([0, null]);
  } finally {
    server.kill("SIGKILL");
  }
});
