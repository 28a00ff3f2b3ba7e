import { AppError } from "#core/errors.ts";

/** Items that were read together, and how many bytes of the file they take. */
export interface Group<Item> {
  items: readonly Item[];
  bytes: number;
}

export interface BatchRun<Item> {
  /** How many items are stored in one transaction. */
  size: number;
  /** Stores one batch. While it is under way, the next is read. */
  save: (items: Item[]) => Promise<void>;
  signal?: AbortSignal;
}

/** Long texts make smaller batches, so that memory does not depend on them. */
const bytesLimit = 8 * 1024 * 1024;

/**
 * Gathers items into batches and stores them one after the other, reading ahead by one batch.
 * @throws AppError CANCELLED between two batches once the signal is aborted; what is stored stays.
 */
export async function inBatches<Item>(
  groups: AsyncIterable<Group<Item>>,
  { size, save, signal }: BatchRun<Item>,
): Promise<void> {
  let waiting: Item[] = [];
  let bytes = 0;
  let underWay: Promise<void> = Promise.resolve();
  const flush = async () => {
    await underWay;
    if (signal?.aborted) throw cancelled();
    underWay = save(waiting);
    // Its failure is met at the next await; until then it must not count as unhandled.
    underWay.catch(() => {});
    waiting = [];
    bytes = 0;
  };
  try {
    for await (const group of groups) {
      for (const item of group.items) {
        waiting.push(item);
        bytes += group.bytes / group.items.length;
        if (waiting.length >= size || bytes >= bytesLimit) await flush();
      }
    }
    if (waiting.length > 0) await flush();
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
