import { expect, test } from "vitest";
import { type Group, inBatches } from "./batches.ts";

async function* groups(sizes: readonly number[], bytes = 1): AsyncGenerator<Group<number>> {
  for (const size of sizes) yield { items: Array.from({ length: size }, (_, i) => i), bytes };
}

async function sizesOf(source: AsyncIterable<Group<number>>, size: number): Promise<number[]> {
  const sizes: number[] = [];
  await inBatches(source, { size, save: async (items) => void sizes.push(items.length) });
  return sizes;
}

test("cuts groups into batches of one size", async () => {
  expect(await sizesOf(groups([3, 4, 0, 2]), 4)).toEqual([4, 4, 1]);
});

test("cuts sooner where rows are long", async () => {
  expect(await sizesOf(groups([4, 4], 16 * 1024 * 1024), 1_000)).toEqual([2, 2, 2, 2]);
});

test("fails with the batch that failed", async () => {
  const save = async (items: number[]) => {
    if (items.length === 2) throw new Error("no disk");
  };
  await expect(inBatches(groups([3, 3, 2]), { size: 3, save })).rejects.toThrow("no disk");
});

test("stops between batches when asked to", async () => {
  const controller = new AbortController();
  const saved: number[] = [];
  const save = async (items: number[]) => {
    saved.push(items.length);
    controller.abort();
  };
  const run = inBatches(groups([2, 2, 2]), { size: 2, save, signal: controller.signal });
  await expect(run).rejects.toMatchObject({ code: "CANCELLED" });
  expect(saved).toEqual([2]);
});
