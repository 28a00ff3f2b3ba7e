import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { findWorkspace } from "../crm/workspaces.ts";
import { testDatabase } from "../db/test-database.ts";
import { trainWorkspace } from "../scoring/training/train-workspace.ts";
import { workspaceStatus } from "../workspace-status.ts";
import { importSample, sampleName } from "./import-sample.ts";

let principal: Principal;
beforeAll(async () => {
  await importSample(testDatabase(), "tester");
  const workspace = await findWorkspace(testDatabase(), sampleName);
  if (!workspace) throw new Error("the sample was not made");
  expect(workspace.isSample).toBe(true);
  principal = { tenant: workspace, user: "tester", roles: ["ADMIN"] };
});

describe("the sample workspace", () => {
  test("has a believable agency's records, labelled as a sample", async () => {
    const status = await workspaceStatus(testDatabase(), principal);
    expect(status.contacts).toBeGreaterThanOrEqual(600);
    expect(status.messages).toBeGreaterThanOrEqual(4_000);
    expect(status.open).toBeGreaterThan(100);
    expect(status.won).toBeGreaterThan(100);
    expect(status.articles).toBeGreaterThanOrEqual(40);
  });

  test("made again, it is the same", async () => {
    const before = await workspaceStatus(testDatabase(), principal);
    await importSample(testDatabase(), "tester");
    const { lastImport: _, ...after } = await workspaceStatus(testDatabase(), principal);
    expect(before).toMatchObject(after);
  });

  test("can be learned from, but not too well: its causes are hidden", async () => {
    const { report } = await trainWorkspace(testDatabase(), principal);
    const auc = report.holdOut?.metrics?.auc;
    expect(auc).toBeGreaterThan(0.7);
    expect(auc).toBeLessThan(0.9);
  });
});
