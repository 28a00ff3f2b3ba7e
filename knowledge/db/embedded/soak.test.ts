import { expect, test } from "vitest";
import { soak } from "./soak.ts";

test("three processes, errors, vanishing clients and two killed owners lose nothing", async () => {
  const report = await soak({ seconds: 12, processes: 3, kills: 2 });
  expect(report).toMatchObject({ lost: [], leaked: [], drift: 0 });
  expect(report.saved).toBeGreaterThan(50);
  expect(report.refused).toBeGreaterThan(100);
  // Each owner but the first followed one that was killed: never two at a time.
  expect(report.owners.slice(0, -1)).toEqual(report.killed);
  expect(report.alive).toEqual(report.owners.slice(-1));
}, 120_000);
