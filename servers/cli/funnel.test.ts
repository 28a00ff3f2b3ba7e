import { beforeAll, expect, test } from "vitest";
import { freshWorkspace } from "#knowledge/db/test-database.ts";
import { journeyWorkspace, onDay } from "#knowledge/journeys/test-workspace.ts";
import { runRapport } from "../test-support/child.ts";

let workspace: string;

beforeAll(async () => {
  const principal = await journeyWorkspace([
    { id: "1", told: "OUTBOUND@0 INBOUND@2 Offer@4", result: "won", endedOn: 10 },
    { id: "2", told: "OUTBOUND@0 INBOUND@4 Demo@5", result: "lost", endedOn: 20 },
    { id: "3", told: "OUTBOUND@0 INBOUND@6" },
    { id: "4", told: "OUTBOUND@0" },
  ]);
  workspace = principal.tenant.name;
});

const run = (...args: string[]) => runRapport(["funnel", "--workspace", workspace, ...args]);

test("tells stages, time to won, steps, removal effects and cohorts with intervals", async () => {
  const { status, stdout } = await run("--as-of", onDay(40).toISOString());
  expect(status).toBe(0);
  expect(stdout).toMatch(/^4 contacts, as of 2026-02-14 .* association, not cause\./);
  expect(stdout).toMatch(/ engaged +3 +75 % \(\d+ to \d+\) +75 %/);
  expect(stdout).toMatch(
    / 25 % are won by day 10 \(10 to not known\)\n {2}never 50 %: 25 % \(\d+ to \d+\) were won/,
  );
  expect(stdout).toMatch(/ start +contacted +4 +100 %/);
  expect(stdout).toMatch(/ offer +1 +100 %/);
  expect(stdout).toMatch(/ 2026-01 +4 +25 % \(\d+ to \d+\) +– +– +–/);
});

test("only what was known by a moment counts, and --json has all of it", async () => {
  const { stdout } = await run("--as-of", onDay(8).toISOString(), "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    ...{
      contacts: 4,
      journeys: 4,
      removal: [],
      timeToWon: { curve: [], quarters: [{ days: null }, {}, {}] },
    },
    cohorts: [{ month: "2026-01", n: 4 }],
  });
  expect((await run("--as-of", onDay(8).toISOString())).stdout).toContain("None was won yet.");
});

test("an empty workspace and a moment to come are told plainly", async () => {
  const empty = await freshWorkspace();
  expect((await runRapport(["funnel", "--workspace", empty.tenant.name])).stdout).toBe(
    "There are no contacts yet.\n",
  );
  const { status, stderr } = await run("--as-of", "2999-01-01");
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("future") });
});
