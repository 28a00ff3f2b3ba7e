import { describe, expect, test } from "vitest";
import { log } from "#core/log.ts";
import { freshWorkspace } from "../../db/test-database.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { batchLimits, leaveQueue, nextSources } from "./queued-sources.ts";
import { type IndexOptions, type IndexProgress, refreshIndex } from "./refresh-index.ts";
import { converse, db, meddled, passages, refresh, spaces, thread, write } from "./test-refresh.ts";

describe("the queue", () => {
  test("what changes while it is indexed stays in the queue", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha"]));
    // As another process would between reading and finishing: the queue is written when the statistics are.
    const meddling = meddled(async (tx, sql, values) => {
      if (sql.includes("delete from passage_queue"))
        await tx.query("update passage_queue set queued_at = clock_timestamp() where tenant_id = $1", [
          who.tenant.id,
        ]);
      return tx.query(sql, values);
    });
    expect(await refreshIndex({ db: meddling, spaces }, who, { atMost: 1 })).toMatchObject({
      made: 1,
      pending: 1,
    });
    expect(await refresh(who)).toMatchObject({ made: 0, pending: 0 });
  });

  test("two at once make every passage once", async () => {
    const who = await freshWorkspace();
    const threads = Array.from({ length: 30 }, (_, n) => thread([`alpha ${n}`, "beta"], { id: `c${n}` }));
    await converse(who, ...threads);
    const done = await Promise.all([refresh(who), refresh(who), refresh(who, { atMost: 3 })]);
    expect(done.reduce((sum, { made }) => sum + made, 0)).toBe(60);
    expect((await passages(who)).map(({ no }) => no)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  test("does at most as much as it is told, and stops between batches", async () => {
    const who = await freshWorkspace();
    const { sources } = batchLimits[db().kind];
    const threads = Array.from({ length: sources + 3 }, (_, n) => thread(["beta"], { id: `c${n}` }));
    await converse(who, ...threads);
    const told: IndexProgress[] = [];
    const stop = new AbortController();
    const onProgress = (progress: IndexProgress) => {
      told.push(progress);
      stop.abort();
    };
    await expect(refresh(who, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: "CANCELLED",
    });
    expect(told).toEqual([{ phase: "passages", done: sources, total: sources + 3 }]);
    expect(await refresh(who, { atMost: 2 })).toMatchObject({ made: 2, pending: 1 });
    expect(await refresh(who)).toMatchObject({ made: 1, pending: 0 });
  });

  test("what cannot be indexed is set aside and keeps nothing else from it", async () => {
    log.level = "silent";
    const who = await freshWorkspace();
    await converse(who, ...["beta", "poison", "gamma"].map((text) => thread([text], { id: text })));
    let tries = 0;
    const refusing = meddled((tx, sql, values) => {
      if (!sql.startsWith("insert into passages") || !JSON.stringify(values).includes("poison"))
        return tx.query(sql, values);
      tries++;
      return Promise.reject(new Error("invalid byte sequence"));
    });
    expect(await refreshIndex({ db: refusing, spaces }, who)).toMatchObject({ made: 2, pending: 1 });
    expect(tries).toBe(2);
    // The next ones come first now, and it does not use up what may be done.
    await converse(who, thread(["delta"], { id: "delta" }));
    await write(
      who,
      `update passage_queue set queued_at = now() - interval '1 hour' where tenant_id = $1 and id in (
        select conversation_id from interactions where tenant_id = $1 and content = 'poison')`,
    );
    expect(await refreshIndex({ db: refusing, spaces }, who, { atMost: 1 })).toMatchObject({ made: 0 });
    expect(await refreshIndex({ db: refusing, spaces }, who, { atMost: 1 })).toMatchObject({ made: 1 });
    expect(await refresh(who)).toMatchObject({ made: 1, pending: 0 });
  });

  test("in a hurry it goes in small steps, ends with the signal and leaves the work to whoever is at it", async () => {
    const who = await freshWorkspace();
    await converse(who, ...Array.from({ length: 30 }, (_, n) => thread(["beta"], { id: `c${n}` })));
    const asked: string[] = [];
    const taken = meddled(async (tx, sql, values) => {
      asked.push(sql);
      return sql.includes("advisory") ? { rows: [{ locked: false }] } : tx.query(sql, values);
    });
    const reached: unknown[] = [];
    const noting: Spaces = {
      ...spaces,
      removeGone: async (_who, signal) => void reached.push(signal),
      embedPending: async (_who, options) => {
        reached.push(options);
        return { embedded: 0, pending: 0 };
      },
    };
    const { signal } = new AbortController();
    const hurried: IndexOptions = { hurried: true, signal, atMost: 200 };
    expect(await refreshIndex({ db: taken, spaces: noting }, who, hurried)).toMatchObject({ pending: 30 });
    expect(asked).toEqual([expect.stringContaining("pg_try_advisory_xact_lock")]);
    expect(reached).toEqual([expect.objectContaining({ atMost: 0 })]);
    const steps: number[] = [];
    const onProgress = ({ done }: IndexProgress) => steps.push(done);
    expect(await refreshIndex({ db: db(), spaces: noting }, who, { ...hurried, onProgress })).toMatchObject({
      made: 30,
    });
    expect(steps).toEqual([25, 30]);
    expect(reached.slice(1)).toEqual([signal, expect.objectContaining({ signal, settle: false })]);
  });

  test("leaves the queue in the order in which writers fill it", async () => {
    const who = await freshWorkspace();
    await converse(who, thread(["alpha"]));
    const explained: string[] = [];
    await db().withTenant(who.tenant.id, async (tx) => {
      const sources = await nextSources(tx, who, { kind: db().kind, atMost: 1, skip: [] });
      const query = async (sql: string, values?: readonly unknown[]) => {
        const { rows } = await tx.query<Record<string, string>>(`explain ${sql}`, values);
        explained.push(...rows.map((row) => row["QUERY PLAN"] ?? ""));
        return { rows: [], rowCount: 0 };
      };
      await leaveQueue({ query }, who, sources);
    });
    const plan = explained.join("\n");
    // Sorted, or read from the key in its order.
    expect(plan).toMatch(
      /LockRows[\s\S]*(Sort Key: q(_\d)?\.kind, q(_\d)?\.id|Index Scan using passage_queue_tenant_id_kind_id_pk on passage_queue q_1)/,
    );
  });
});
