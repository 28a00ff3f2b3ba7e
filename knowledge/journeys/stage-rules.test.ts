import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { defaultStages } from "./default-stages.ts";
import { hashStages, parseStages } from "./stage-rules.ts";
import { loadStages, resetStages, saveStages } from "./stored-stages.ts";

const contacted = { name: "contacted", reached_by: [{ direction: "OUTBOUND" }] };

describe("parseStages", () => {
  test("takes a list, or an object with the list, and one text or several", () => {
    const stages = parseStages({ stages: [{ name: "demo", reached_by: [{ activity: " Demo " }] }] });
    expect(stages).toEqual([{ name: "demo", reached_by: [{ activity: ["Demo"] }], returns: true }]);
    expect(parseStages([contacted])).toMatchObject([contacted]);
  });

  test.each<[string, unknown, RegExp]>([
    ["what is no list", { stage: 1 }, /stages: .*expected array/],
    ["no stages", [], /at least one stage/],
    [
      "a stage without rules",
      [{ name: "x", reached_by: [] }],
      /stage 1 \(x\), reached_by: name at least one rule/,
    ],
    [
      "a rule without a condition",
      [contacted, { name: "x", reached_by: [{}] }],
      /stage 2 \(x\), reached_by 1: name what reaches it/,
    ],
    [
      "a word that it does not know",
      [{ name: "x", reached_by: [{ activty: "A" }] }],
      /stage 1 \(x\), reached_by 1: .*activty/,
    ],
    [
      "a direction that there is none",
      [{ name: "x", reached_by: [{ direction: "IN" }] }],
      /reached_by 1, direction: .*INBOUND/,
    ],
    [
      "a status beside another condition",
      [{ name: "x", reached_by: [{ status: "CUSTOMER", says: "yes" }] }],
      /stand alone/,
    ],
    [
      "in without says",
      [{ name: "x", reached_by: [{ activity: "A1", in: ["subject"] }] }],
      /in belongs to says/,
    ],
    [
      "one name twice",
      [contacted, { ...contacted, name: "Contacted" }],
      /stage 2 \(Contacted\), name: Contacted stands twice/,
    ],
    ["a name with marks", [{ ...contacted, name: "<b>" }], /use 1 to 60 letters/],
    ["many mistakes", Array.from({ length: 12 }, () => ({ name: "<" })), /and \d+ more.*docs\/journeys.md/],
  ])("names %s", (_what, given, reason) => {
    expect(() => parseStages(given)).toThrow(reason);
  });

  test("takes its own output back", () => {
    expect(parseStages(JSON.parse(JSON.stringify({ stages: defaultStages })))).toEqual(defaultStages);
  });

  test("rules that differ have another hash", () => {
    expect(hashStages(parseStages([contacted]))).toBe(hashStages(parseStages([contacted])));
    expect(hashStages(parseStages([contacted]))).not.toBe(hashStages(defaultStages));
  });
});

describe("stored stages", () => {
  let principal: Principal;
  beforeAll(async () => {
    principal = await freshWorkspace();
  });
  const load = (who = principal) => testDatabase().readTenant(who.tenant.id, (tx) => loadStages(tx, who));

  test("are the default ones until others are saved, for one workspace only, and again after a reset", async () => {
    const db = testDatabase();
    expect(await load()).toMatchObject({ isDefault: true, stages: defaultStages });
    const stages = parseStages([contacted]);
    const save = () => db.withTenant(principal.tenant.id, (tx) => saveStages(tx, principal, stages));
    await save();
    await save();
    expect(await load()).toMatchObject({ isDefault: false, stages, updatedBy: "tester" });
    expect(await load(await freshWorkspace())).toMatchObject({ isDefault: true });
    const reset = () => db.withTenant(principal.tenant.id, (tx) => resetStages(tx, principal));
    expect([await reset(), await reset()]).toEqual([true, false]);
    expect(await load()).toMatchObject({ isDefault: true });
  });

  test("that cannot be read say what to do", async () => {
    const broken = await freshWorkspace();
    await testDatabase().withTenant(broken.tenant.id, (tx) =>
      tx.query(
        `insert into journey_stages (tenant_id, stages, updated_by) values ($1, '[{"name": 1}]', 'x')`,
        [broken.tenant.id],
      ),
    );
    await expect(load(broken)).rejects.toMatchObject({
      code: "NOT_READY",
      message: expect.stringContaining("stages reset"),
    });
  });
});
