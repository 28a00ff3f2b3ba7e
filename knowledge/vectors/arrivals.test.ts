import { expect, test } from "vitest";
import { createArrivals } from "./arrivals.ts";

test("tells of what came before it was asked, then that nothing will come", async () => {
  const arrivals = createArrivals();
  arrivals.announce();
  arrivals.announce();
  arrivals.end();
  expect(await arrivals.more()).toBe(true);
  expect(await arrivals.more()).toBe(false);
  expect(await arrivals.more()).toBe(false);
});

test("waits for what comes later", async () => {
  const arrivals = createArrivals();
  const told: boolean[] = [];
  const asking = (async () => {
    while (await arrivals.more()) told.push(true);
    told.push(false);
  })();
  await Promise.resolve();
  expect(told).toEqual([]);
  arrivals.announce();
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([true]);
  arrivals.end();
  await asking;
  expect(told).toEqual([true, false]);
});
