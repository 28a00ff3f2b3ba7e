import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { trainPrior } from "../training/train-prior.ts";
import { castShadow, publishModel } from "./change-models.ts";
import { compareChallenger } from "./compare-challenger.ts";
import { retrainingDue } from "./retraining-due.ts";
import { importLeads, madeUpLeads, storeTrained } from "./test-leads.ts";

const db = testDatabase();
const prior = trainPrior([], { trainedAt: new Date(0) });
const open = madeUpLeads("l", 120, { truth: "open" });
let principal: Principal;
let serving: string;
let challenger: string;

const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>) => db.withTenant(principal.tenant.id, work);
const compare = () => inWorkspace((tx) => compareChallenger(tx, principal));

/** Leads 0, 2, 4 … are won, the others lost. */
const won = (i: number) => i % 2 === 0;
/** A chance that leans towards what will happen, more or less for one lead than for another. */
const leaning = (by: number) => (i: number) => 0.5 + (won(i) ? by : -by) + (i % 5) * 0.02;

interface Remembered {
  served?: (i: number) => number;
  shadow?: (i: number) => number | null;
  servedBy?: string;
  shadowOf?: string;
}

/** Adds a row for every lead to the history of scores. */
function remember({
  served = leaning(0),
  shadow = leaning(0),
  servedBy = serving,
  shadowOf = challenger,
}: Remembered) {
  return inWorkspace((tx) =>
    tx.query(
      `insert into score_history (tenant_id, contact_id, model_id, probability, low, high, band, shadow_model_id, shadow_probability, as_of)
        select $1, c.id, $2, u.served, 0, 1, 'C', $3, u.shadow, now()
          from unnest($4::text[], $5::float8[], $6::float8[]) as u (external_id, served, shadow)
          join contacts c on c.tenant_id = $1 and c.external_id = u.external_id`,
      [
        principal.tenant.id,
        servedBy,
        shadowOf,
        open.map(({ id }) => id),
        open.map((_, i) => served(i)),
        open.map((_, i) => shadow(i)),
      ],
    ),
  );
}

const end = (count = open.length, result = (i: number): "won" | "lost" => (won(i) ? "won" : "lost")) =>
  importLeads(
    principal,
    open.slice(0, count).map((lead, i) => ({ ...lead, result: result(i) })),
  );

beforeEach(async () => {
  principal = await freshWorkspace();
  await importLeads(principal, open);
  serving = await storeTrained(principal, prior);
  challenger = await storeTrained(principal, prior);
  await inWorkspace(async (tx) => {
    await publishModel(tx, principal, { id: serving, note: null });
    await castShadow(tx, principal, challenger);
  });
});

test("without a challenger there is nothing to compare", async () => {
  await inWorkspace((tx) => castShadow(tx, principal, null));
  expect(await compare()).toBeNull();
});

test("before any lead has ended it says so", async () => {
  await remember({});
  expect(await compare()).toMatchObject({ leads: 0, difference: null, advice: "keep watching" });
});

describe("the advice", () => {
  test.each([
    ["promote", leaning(0.1), leaning(0.3)],
    ["drop", leaning(0.3), leaning(0.1)],
    ["keep watching", leaning(0.2), (i: number) => leaning(i % 4 < 2 ? 0.3 : 0.1)(i)],
  ] as const)("is to %s as the log losses say", async (advice, served, shadow) => {
    await remember({ served, shadow });
    await end();
    const comparison = await compare();
    expect(comparison).toMatchObject({ advice, leads: 120, won: 60, serving: 1, challenger: 2 });
    const { difference, shadow: theirs, served: ours } = comparison ?? {};
    expect(difference?.mean).toBeCloseTo((theirs?.logLoss ?? 0) - (ours?.logLoss ?? 0), 10);
    expect(difference?.low).toBeLessThan(difference?.mean ?? 0);
  });

  test("is to keep watching while few leads have ended, however clear it looks", async () => {
    await remember({ served: leaning(0.1), shadow: leaning(0.4) });
    await end(38);
    expect(await compare()).toMatchObject({ advice: "keep watching", leads: 38, won: 19 });
  });
});

describe("counts", () => {
  const judged = { served: leaning(0.1), shadow: leaning(0.3) };

  test("the last score before the end, and none from after it", async () => {
    await remember({ served: leaning(0.4), shadow: leaning(0.4) });
    await remember(judged);
    await end();
    await remember({ served: leaning(0.45), shadow: leaning(0.45) });
    expect((await compare())?.served?.logLoss).toBeCloseTo(meanLoss(judged.served), 10);
    expect((await compare())?.shadow?.logLoss).toBeCloseTo(meanLoss(judged.shadow), 10);
  });

  test("only moments at which just these two models scored", async () => {
    await remember(judged);
    await remember({ served: leaning(0.4), servedBy: challenger });
    await remember({ shadow: leaning(0.4), shadowOf: serving });
    await remember({ shadow: () => null });
    await end();
    expect((await compare())?.shadow?.logLoss).toBeCloseTo(meanLoss(judged.shadow), 10);
  });

  test("no lead that had ended before the shadow began", async () => {
    await remember(judged);
    await end(50);
    await inWorkspace((tx) => castShadow(tx, principal, null));
    await inWorkspace((tx) => castShadow(tx, principal, challenger));
    await end();
    expect(await compare()).toMatchObject({ leads: 70 });
  });
});

describe("the outcome rate", () => {
  beforeAll(() => expect(open.length).toBeGreaterThan(40));

  test("raises the alarm when fewer leads are won than were foretold", async () => {
    await remember({ served: () => 0.5 });
    await end(100, (i) => (i % 5 === 0 ? "won" : "lost"));
    const { drift, due, reasons } = await retrainingDue(db, principal);
    expect(drift?.alarms).toEqual([expect.stringContaining("20 of 100 leads that ended were won")]);
    expect(reasons.join()).toContain("Drift: outcome rate");
    expect(due).toBe(true);
  });

  test("raises none when as many are won as chance allows", async () => {
    await remember({ served: () => 0.5 });
    await end(100, (i) => (i % 5 < 2 ? "won" : "lost"));
    expect((await retrainingDue(db, principal)).drift?.alarms).toEqual([]);
  });
});

function meanLoss(chance: (i: number) => number): number {
  const losses = open.map((_, i) => -Math.log(won(i) ? chance(i) : 1 - chance(i)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
