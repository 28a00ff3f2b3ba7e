import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { journeyWorkspace } from "#knowledge/journeys/test-workspace.ts";
import { runRapport } from "../test-support/child.ts";

let workspace: string;
let folder: string;

beforeAll(async () => {
  const principal = await journeyWorkspace([{ id: "ada", told: "OUTBOUND@0 A_SENT@1 A_SENT@3" }]);
  workspace = principal.tenant.name;
  folder = await mkdtemp(join(tmpdir(), "rapport-stages-"));
});

const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await runRapport([...args, "--workspace", workspace]);
  return { status, stdout, stderr };
};

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test("the default stages and the labels that rules can name are shown", async () => {
  expect((await run("stages", "show")).stdout).toMatch(
    /The default stages.*1\. contacted \(nobody comes back.*5\. closed/s,
  );
  expect((await run("stages", "labels")).stdout).toMatch(/2 {2}A_SENT; 1 contacts/);
});

test("stages of one's own are set, and journeys read by them", async () => {
  const stages = [
    { name: "sent", reached_by: [{ activity: "a_sent" }] },
    { name: "end", reached_by: [{ outcome: "won" }] },
  ];
  const set = await run("stages", "set", file("own.json", JSON.stringify({ stages })));
  expect(set).toMatchObject({ status: 0, stderr: "" });
  expect(set.stdout).toMatch(/1\. sent\n {5}activity "a_sent"/);
  const journey = JSON.parse((await run("journey", "ada", "--json", "--time-zone", "Europe/Berlin")).stdout);
  expect(journey).toMatchObject({
    current_stage: "sent",
    time_zone: "Europe/Berlin",
    journey_stages: [
      { stage: "sent", entered_at: "2026-01-06T09:00:00.000Z" },
      { stage: "end", status: "ahead" },
    ],
  });
});

test("a reset brings the default stages back", async () => {
  expect((await run("stages", "reset")).stdout).toContain("The default stages.");
  expect((await run("journey", "ada")).stdout).toMatch(/ada is at contacted.*engaged: not reached/s);
});

test.each<[string, string, RegExp]>([
  ["is no JSON", "{", /is no JSON/],
  [
    "holds a rule that there is none",
    '[{"name": "x", "reached_by": [{"actvity": "y"}]}]',
    /stage 1 \(x\), reached_by 1: .*actvity/,
  ],
])("a file that %s is refused with what is wrong, and changes nothing", async (what, content, reason) => {
  const { status, stderr } = await run("stages", "set", file(`${what}.json`.replaceAll(" ", "-"), content));
  expect(status).not.toBe(0);
  expect(stderr).toMatch(reason);
});

test("a file that is missing is told", async () => {
  expect((await run("stages", "set", join(folder, "missing.json"))).stderr).toMatch(
    /missing.json cannot be read/,
  );
});
