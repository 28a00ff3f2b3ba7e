import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { expect, test, vi } from "vitest";
import { takeInLots } from "./take-in-lots.ts";

const shared = (points: number, duration = 60) => new RateLimiterMemory({ points, duration });

async function howMany(
  takers: readonly ((key: string) => Promise<unknown>)[],
  tries: number,
): Promise<number> {
  const each = Array.from({ length: tries }, (_, turn) => takers[turn % takers.length]?.("k"));
  const settled = await Promise.allSettled(each);
  return settled.filter(({ status }) => status === "fulfilled").length;
}

test.each([
  ["one process", 1, 10_000],
  ["three processes", 3, 10_000],
  ["a limit that no lot divides", 2, 10_030],
])("%s lets exactly the limit through", async (_, processes, points) => {
  const limiter = shared(points);
  const takers = Array.from({ length: processes }, () => takeInLots(limiter));
  const through = await howMany(takers, points + 2_000);
  expect(through).toBeLessThanOrEqual(points);
  expect(through).toBeGreaterThan(points - 50 * processes);
});

test("asks the shared place once for fifty", async () => {
  const limiter = shared(10_000);
  const consume = vi.spyOn(limiter, "consume");
  await howMany([takeInLots(limiter)], 500);
  expect(consume).toHaveBeenCalledTimes(10);
});

test("small limits are counted one by one", async () => {
  const limiter = shared(10);
  expect(await howMany([takeInLots(limiter), takeInLots(limiter)], 25)).toBe(10);
});

test("tells what is left and when the window ends; a refusal too", async () => {
  const take = takeInLots(shared(400));
  const first = await take("k");
  expect([first.remainingPoints, first.msBeforeNext > 59_000]).toEqual([399, true]);
  await howMany([take], 399);
  await expect(take("k")).rejects.toBeInstanceOf(RateLimiterRes);
  expect((await take("another")).remainingPoints).toBe(399);
});

test("a lot ends with its window", async () => {
  const take = takeInLots(shared(400, 1));
  expect(await howMany([take], 500)).toBe(400);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await take("k")).remainingPoints).toBe(399);
});

test("what is wrong with the shared place is told", async () => {
  const limiter = shared(10_000);
  vi.spyOn(limiter, "consume").mockRejectedValue(new Error("away"));
  await expect(takeInLots(limiter)("k")).rejects.toThrow("away");
});
