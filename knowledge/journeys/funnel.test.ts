import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { loadFunnel } from "./funnel.ts";
import { journeyWorkspace, onDay } from "./test-workspace.ts";

test("sums up how contacts move, by hand-counted numbers", async () => {
  const principal = await journeyWorkspace([
    { id: "1", told: "OUTBOUND@0 INBOUND@2 Offer@4", result: "won", endedOn: 10, owner: "ann" },
    { id: "2", told: "OUTBOUND@0 INBOUND@4 Demo@5", result: "lost", endedOn: 20 },
    { id: "3", told: "OUTBOUND@0 INBOUND@6" },
    { id: "4", told: "OUTBOUND@0 INBOUND@99" },
    { id: "5", told: "" },
  ]);
  const load = (assignedTo?: string) =>
    testDatabase().readTenant(principal.tenant.id, (tx) =>
      loadFunnel(tx, principal, { asOf: onDay(30), ...(assignedTo ? { assignedTo } : {}) }),
    );
  const funnel = await load();
  expect(funnel).toMatchObject({ contacts: 5, journeys: 5 });
  expect(funnel.stages.map(({ name, n, reached, current }) => [name, n, reached, current])).toEqual([
    ["contacted", 4, 4, 1],
    ["engaged", 3, 3, 1],
    ["toured", 2, 1, 0],
    ["offer", 1, 1, 0],
    // The lost one came to the tour.
    ["closed", 1, 1, 0],
  ]);
  expect(funnel.stages[1]?.ofPrevious).toMatchObject({ share: 0.75 });
  expect(funnel.timeToWon?.at(10)?.share).toBeCloseTo(0.25, 10);
  expect(funnel.transitions).toContainEqual(
    expect.objectContaining({ from: "start", to: "contacted", n: 4, share: 1 }),
  );
  expect(funnel.transitions).toContainEqual(
    expect.objectContaining({ from: "engaged", to: "toured", n: 1, share: 1 / 3 }),
  );
  expect(funnel.transitions).toContainEqual(expect.objectContaining({ from: "toured", to: "lost", n: 1 }));
  expect(funnel.removal.find(({ state }) => state === "offer")).toMatchObject({ effect: 1 });
  // Of four that began in January one was won; all were watched for 30 days.
  expect(funnel.cohorts).toMatchObject([
    {
      month: "2026-01",
      n: 4,
      converted: [{ days: 30, share: { share: expect.closeTo(0.25, 10) } }, {}, {}, {}],
    },
  ]);
  expect(funnel.cohorts[0]?.converted.map(({ days, share }) => [days, share === null])).toEqual([
    [30, false],
    [60, true],
    [90, true],
    [180, true],
  ]);
  expect(await load("ann")).toMatchObject({ contacts: 1, journeys: 1 });
});

test("who was lost can be won no more, and a stage that only losing reaches is no step", async () => {
  const principal = await journeyWorkspace([
    { id: "1", told: "OUTBOUND@0", result: "lost", endedOn: 5 },
    { id: "2", told: "OUTBOUND@0", result: "won", endedOn: 10 },
    { id: "3", told: "OUTBOUND@0 Offer@1", result: "lost", endedOn: 20 },
    { id: "4", told: "OUTBOUND@0", result: "won", endedOn: 25 },
  ]);
  const funnel = await testDatabase().readTenant(principal.tenant.id, (tx) =>
    loadFunnel(tx, principal, { asOf: onDay(30) }),
  );
  // Taken for some who may yet be won, the lost would leave 1/3 and then all.
  expect(funnel.timeToWon?.at(10)?.share).toBeCloseTo(0.25, 10);
  expect(funnel.timeToWon?.at(25)?.share).toBeCloseTo(0.5, 10);
  expect(funnel.cohorts[0]?.converted[0]).toMatchObject({
    days: 30,
    share: { share: expect.closeTo(0.5, 10) },
  });
  expect(funnel.stages.map(({ n }) => n)).toEqual([4, 3, 3, 3, 2]);
});

test("an empty workspace has an empty picture", async () => {
  const principal = await freshWorkspace();
  const funnel = await testDatabase().readTenant(principal.tenant.id, (tx) =>
    loadFunnel(tx, principal, { asOf: onDay(0) }),
  );
  expect(funnel).toMatchObject({
    contacts: 0,
    journeys: 0,
    timeToWon: null,
    cohorts: [],
    transitions: [],
    removal: [],
  });
});
