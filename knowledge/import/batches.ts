import { AppError } from "#core/errors.ts";

export interface BatchRun<Item> {
  /** How many items are stored in one transaction. */
  size: number;
  /** Stores one batch. While it is under way, the next is read. */
  save: (items: Item[]) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Gathers items into batches and stores them one after the other, reading ahead by one batch.
 * @throws AppError CANCELLED between two batches once the signal is aborted; what is stored stays.
 */
export async function inBatches<Item>(
  groups: AsyncIterable<readonly Item[]>,
  { size, save, signal }: BatchRun<Item>,
): Promise<void> {
  let waiting: Item[] = [];
  let underWay: Promise<void> = Promise.resolve();
  const start = async (items: Item[]) => {
    await underWay;
    if (signal?.aborted) throw cancelled();
    underWay = save(items);
    // Its failure is met at the next await; until then it must not count as unhandled.
    underWay.catch(() => {});
  };
  try {
    for await (const group of groups) {
      for (const item of group) {
        waiting.push(item);
        if (waiting.length < size) continue;
        await start(waiting);
        waiting = [];
      }
    }
    if (waiting.length > 0) await start(waiting);
  } finally {
    await underWay;
  }
}

function cancelled(): AppError {
  return new AppError(
    "CANCELLED",
    "The import was cancelled. What was stored stays; import the file again to complete it.",
  );
}
