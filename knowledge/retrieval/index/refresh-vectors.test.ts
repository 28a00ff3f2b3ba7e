import { expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { freshWorkspace } from "../../db/test-database.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { batchLimits } from "./queued-sources.ts";
import { refreshIndex } from "./refresh-index.ts";
import { converse, db, meddled, passages, refresh, spaces, thread } from "./test-refresh.ts";

const threads = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => thread(["alpha", `beta ${n}`], { id: `c${from + n}` }));

const embeddingBy = (embedPending: Spaces["embedPending"]): Spaces => ({ ...spaces, embedPending });

test("vectors follow while passages are made", async () => {
  const who = await freshWorkspace();
  const count = batchLimits[db().kind].sources + 3;
  await converse(who, ...threads(count));
  const found: number[] = [];
  const following = embeddingBy(async (_who, { arrivals, expected } = {}) => {
    found.push(expected ?? 0, (await passages(who)).length);
    while (await arrivals?.more()) found.push((await passages(who)).length);
    return { embedded: found.at(-1) ?? 0, pending: 0 };
  });
  const done = await refreshIndex({ db: db(), spaces: following }, who);
  expect(done).toEqual({ made: 2 * count, removed: 0, embedded: 2 * count, pending: 0 });
  expect(found.slice(0, 2)).toEqual([2 * count, 0]);
});

test("expects what has no passages yet", async () => {
  const who = await freshWorkspace();
  await converse(who, ...threads(3));
  await refresh(who);
  await converse(who, ...threads(2, 3), thread(["alpha", "beta 0", "gamma"], { id: "c0" }));
  let told: number | undefined;
  const asked = embeddingBy(async (_who, { expected } = {}) => {
    told = expected;
    return { embedded: 0, pending: 0 };
  });
  await refreshIndex({ db: db(), spaces: asked }, who);
  expect(told).toBe(5);
});

test("what fails while passages are made ends the vectors, and is what is told", async () => {
  const who = await freshWorkspace();
  await converse(who, ...threads(2));
  const failing = meddled(async (tx, sql, values) => {
    if (sql.startsWith("insert into passages"))
      throw new AppError("DATABASE_UNAVAILABLE", "The disk is full.");
    return tx.query(sql, values);
  });
  let ended: boolean | undefined;
  const following = embeddingBy(async (_who, { arrivals, signal } = {}) => {
    while (await arrivals?.more());
    ended = signal?.aborted;
    throw new AppError("CANCELLED", "Embedding was cancelled.");
  });
  await expect(refreshIndex({ db: failing, spaces: following }, who)).rejects.toThrow("The disk is full.");
  expect(ended).toBe(true);
  expect(await refresh(who)).toMatchObject({ made: 4, pending: 0 });
});

test("all passages are made though the vectors fail", async () => {
  const who = await freshWorkspace();
  const count = batchLimits[db().kind].sources + 3;
  await converse(who, ...threads(count));
  const down = embeddingBy(() =>
    Promise.reject(new AppError("AI_SERVICE_UNAVAILABLE", "The model is down.")),
  );
  await expect(refreshIndex({ db: db(), spaces: down }, who)).rejects.toThrow("The model is down.");
  expect(await passages(who)).toHaveLength(2 * count);
});
