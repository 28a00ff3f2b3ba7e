import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { madeUpWorkspace } from "#graphs/insights/test-workspace.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import type { GenerateInsightsOutput } from "./contract.ts";
import { ask, year } from "./test-asking.ts";

let surging: Principal;
beforeAll(async () => {
  surging = await madeUpWorkspace(7, { surge: 2, winRates: { Referral: 0.5, "Web form": 0.25, Fair: 0.25 } });
});

describe("points name the records behind them", () => {
  const idsOf = (output: GenerateInsightsOutput, id: string) =>
    output.insights.find((insight) => insight.id.startsWith(id))?.dataPoints.filter(({ ids }) => ids) ?? [];
  const rows = async (table: "contacts" | "interactions", ids: readonly string[]) =>
    (
      await testDatabase().readTenant(surging.tenant.id, (tx) =>
        tx.query<{ source: string; at: Date }>(
          `select ${table === "contacts" ? "source, created_at" : "direction as source, occurred_at"} as at from ${table}
            where tenant_id = $1 and id = any($2::uuid[])`,
          [surging.tenant.id, ids],
        ),
      )
    ).rows;

  test("of a step the leads of its first week, of a group some of its contacts", async () => {
    const output = await ask(surging);
    const [step, ...others] = idsOf(output, "step:new_leads");
    expect(others).toEqual([]);
    expect(step?.label).toBe("2025-10-06");
    const leads = await rows("contacts", step?.ids ?? []);
    expect(leads.length).toBeGreaterThan(10);
    for (const { at } of leads) expect(at.toISOString().slice(0, 10)).toMatch(/^2025-10-(0[6-9]|1[0-2])$/);
    const [group] = idsOf(output, "group:win_rate:source:Referral");
    expect(group?.label).toBe("Referral");
    expect((await rows("contacts", group?.ids ?? [])).map(({ source }) => source)).toEqual(
      group?.ids?.map(() => "Referral"),
    );
    for (const { dataPoints } of output.insights)
      for (const { ids } of dataPoints) expect(ids?.length ?? 1).toBeLessThanOrEqual(20);
  });

  test("messages are named to those alone who may read them", async () => {
    const question = { ...year, metrics: ["inbound_messages"] };
    const [point] = idsOf(await ask(surging, question), "step:inbound_messages");
    const messages = await rows("interactions", point?.ids ?? []);
    expect(messages.length).toBeGreaterThan(10);
    expect(new Set(messages.map(({ source }) => source))).toEqual(new Set(["INBOUND"]));
    const output = await ask({ ...surging, roles: ["MARKETING_MANAGER"] }, question);
    expect(output.insights.map(({ id }) => id)).toContain("step:inbound_messages");
    expect(output.insights.flatMap(({ dataPoints }) => dataPoints.flatMap(({ ids }) => ids ?? []))).toEqual(
      [],
    );
  });
});
