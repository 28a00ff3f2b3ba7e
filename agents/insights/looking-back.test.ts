import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { madeUpWorkspace } from "#graphs/insights/test-workspace.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { addContacts } from "#knowledge/opportunities/test-workspace.ts";
import { ask, generateInsights, replay, year } from "./test-asking.ts";

let surging: Principal;
beforeAll(async () => {
  surging = await madeUpWorkspace(7, { surge: 2 });
});

describe("looking back", () => {
  test("nothing after the moment counts, and the answer says so", async () => {
    const output = await ask(surging, { ...year, as_of: "2025-10-01" });
    expect(output).toMatchObject({
      as_of: "2025-10-01T00:00:00.000Z",
      period: { to: "2025-10-01T00:00:00.000Z" },
    });
    expect(output.insights.find(({ id }) => id === "step:new_leads")).toBeUndefined();
    expect(generateInsights.toText(output)).toContain("; as of 2025-10-01 00:00 UTC.");
    const { rows } = await testDatabase().readTenant(surging.tenant.id, (tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from outcomes where tenant_id = $1 and result = 'won'
          and occurred_at >= '2025-04-07' and occurred_at < '2025-10-01'`,
        [surging.tenant.id],
      ),
    );
    expect(output.trends.find(({ name }) => name === "won")?.value).toBe(rows[0]?.n);
    expect(Date.parse(output.created_at)).toBeGreaterThan(Date.parse(output.as_of));
    expect((await replay(surging, output.replay?.handle)).same).toBe(true);
  });
});

describe("metrics without a course", () => {
  test("are told as they are now, by default with all others", async () => {
    const output = await ask(surging);
    const open = await openLeads(surging);
    expect(output.standing).toMatchObject([
      { metric: "pipeline_by_stage", dimension: "status", groups: [{ name: "LEAD", value: open, n: open }] },
    ]);
    expect(generateInsights.toText(output)).toMatch(
      /As it is now.*\n<<data .*\n- Pipeline by stage .* LEAD \d/,
    );
    expect(output.notes.join()).not.toContain("average_score");
  });

  test("are told by name, alone and where there is nothing to compute them from", async () => {
    const output = await ask(surging, { metrics: ["pipeline_by_stage", "average_score"] });
    expect(output.standing.map(({ metric }) => metric)).toEqual(["pipeline_by_stage"]);
    expect(output).toMatchObject({ tests: 0, trends: [] });
    expect(output.notes.join()).toContain("average_score: there is nothing to compute it from");
    expect((await replay(surging, output.replay?.handle)).same).toBe(true);
  });

  test("with scores have bands in their order, and medians by source and owner", async () => {
    const principal = await freshWorkspace();
    await addContacts(principal, [
      ...[0.9, 0.8, 0.7].map((score, i) => ({ name: `a${i}`, score, assignedTo: "ada" })),
      ...[0.1, 0.2, 0.3, 0.4].map((score, i) => ({ name: `d${i}`, score, assignedTo: "grace" })),
    ]);
    const output = await ask(principal, {});
    const groups = (metric: string, dimension: string) =>
      output.standing.find((one) => one.metric === metric && one.dimension === dimension)?.groups;
    expect(groups("score_distribution", "band")).toEqual([
      { name: "A", value: 3, n: 3 },
      { name: "D", value: 4, n: 4 },
    ]);
    expect(groups("average_score", "assigned_to")).toEqual([
      { name: "grace", value: 25, n: 4 },
      { name: "ada", value: 80, n: 3 },
    ]);
    expect(output.standing.map(({ dimension }) => dimension)).not.toContain("industry");
  });

  test("are of now: looking back they are left out, and the answer says so", async () => {
    const output = await ask(surging, { ...year, as_of: "2025-10-01" });
    expect(output.standing).toEqual([]);
    expect(output.notes.join()).toContain("known as of now only");
  });
});

async function openLeads({ tenant }: Principal): Promise<number | undefined> {
  const { rows } = await testDatabase().readTenant(tenant.id, (tx) =>
    tx.query<{ n: number }>(
      `select count(*)::int as n from contacts where tenant_id = $1
        and id not in (select contact_id from outcomes where tenant_id = $1)`,
      [tenant.id],
    ),
  );
  return rows[0]?.n;
}
