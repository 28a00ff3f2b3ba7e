import { beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { findJob } from "./background-job.ts";
import { createImportJob } from "./create-import-job.ts";
import { cancelJob, createJob } from "./create-job.ts";
import { jobFileSource } from "./job-files.ts";
import { jobProgress } from "./job-progress.ts";
import { type JobWorks, runJob } from "./run-job.ts";
import { jobWorks } from "./works/works.ts";

const db = testDatabase();
const { signal } = new AbortController();
let who: Principal;

beforeEach(async () => {
  who = await freshWorkspace();
});

const look = (id: string) => db.readTenant(who.tenant.id, (tx) => findJob(tx, who, { id }));
const tryOnce = (
  id: string,
  { isLast = false, works = jobWorks }: { isLast?: boolean; works?: JobWorks } = {},
) => runJob(db, who, { works, id, signal, isLast });
const count = (what: string) =>
  db.readTenant(who.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ n: number }>(`select count(*) as n from ${what} where tenant_id = $1`, [
      who.tenant.id,
    ]);
    return rows[0]?.n;
  });
const eventTypes = () =>
  db.readTenant(who.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ type: string }>(
      `select type from events where tenant_id = $1 order by seq`,
      [who.tenant.id],
    );
    return rows.map(({ type }) => type);
  });

async function* chunks(text: string, size = 7) {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}

const send = (text: string, kind: "contacts" | "articles" = "contacts") =>
  createImportJob(db, who, { kind, fileName: "leads.csv", settings: {}, file: chunks(text) });

const leads =
  "id,email,company\n1,ada@mills.example,Mills\n2,not an address,Mills\n3,bo@mills.example,Looms\n";

const failing = (error: Error): JobWorks => ({
  ...jobWorks,
  score: async () => {
    throw error;
  },
});

describe("an import", () => {
  test("stores the rows that are right, tells of the others and leaves no file", async () => {
    const { id, status } = await send(leads);
    expect(status).toBe("queued");
    await tryOnce(id);
    expect(await look(id)).toMatchObject({
      status: "done",
      progress: 2 * leads.length,
      total: 2 * leads.length,
      result: { kind: "contacts", file: "leads.csv", imported: expect.any(Number) },
    });
    expect(await count("contacts")).toBeGreaterThan(1);
    expect(await count("job_files")).toBe(0);
    expect(await eventTypes()).toEqual(
      expect.arrayContaining(["job.queued", "contact.created", "job.finished", "import.completed"]),
    );
  });

  test("that was killed before it said so is done again and leaves the same", async () => {
    const { id } = await send(leads);
    await expect(
      tryOnce(id, {
        works: {
          ...jobWorks,
          import: async (...args) => {
            await jobWorks.import(...args);
            throw new Error("killed");
          },
        },
      }),
    ).rejects.toThrow("killed");
    const stored = await count("contacts");
    expect(await look(id)).toMatchObject({ status: "running" });
    await tryOnce(id);
    expect(await look(id)).toMatchObject({ status: "done", result: { imported: 0 } });
    expect(await count("contacts")).toBe(stored);
  });

  test("keeps bad lines with their reasons", async () => {
    const { id } = await send('{"id": "a", "text": "Looms last."}\nnot json\n', "articles");
    await tryOnce(id);
    expect(await look(id)).toMatchObject({
      status: "done",
      result: { imported: 1, errorCount: 1, errors: [{ line: 2, reason: expect.any(String) }] },
    });
  });

  test("of a file that does not arrive whole leaves nothing", async () => {
    async function* broken() {
      yield Buffer.from("id,email\n");
      throw new Error("the sender went away");
    }
    const sent = createImportJob(db, who, { kind: "contacts", fileName: "x", settings: {}, file: broken() });
    await expect(sent).rejects.toThrow("went away");
    expect([await count("background_jobs"), await count("job_files")]).toEqual([0, 0]);
  });

  test("refuses settings of other kinds", async () => {
    const settings = { outcome: "y" };
    await expect(
      createImportJob(db, who, { kind: "articles", fileName: "x", settings, file: chunks("{}") }),
    ).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: [{ field: "outcome" }] });
  });

  test("reads a file of several pieces as it was sent", async () => {
    const text = "x".repeat(1_200_000);
    const { id } = await createImportJob(db, who, {
      kind: "articles",
      fileName: "x",
      settings: {},
      file: chunks(text, 400_000),
    });
    expect(await count("job_files")).toBe(3);
    const source = jobFileSource(db, { principal: who, jobId: id }, { name: "x", size: text.length });
    let read = 0;
    for await (const piece of source.open()) read += piece.length;
    expect(read).toBe(text.length);
  });
});

describe("a job that is called off", () => {
  test("before it begins never begins", async () => {
    const { id } = await send(leads);
    await cancelJob(db, who, { id });
    await tryOnce(id);
    expect(await look(id)).toMatchObject({ status: "cancelled", startedAt: null });
    expect([await count("contacts"), await count("job_files")]).toEqual([0, 0]);
  });

  test("while it runs learns of it with its next note", async () => {
    const { id } = await db.withTenant(who.tenant.id, (tx) =>
      createJob(tx, who, { kind: "score", input: {} }),
    );
    const works: JobWorks = {
      ...jobWorks,
      score: async (_, principal, { progress }) => {
        await cancelJob(db, principal, { id });
        progress.report(1, 2);
        await progress.settled();
        progress.signal.throwIfAborted();
        return { scored: 2 };
      },
    };
    await tryOnce(id, { works });
    expect(await look(id)).toMatchObject({ status: "cancelled", result: null });
  });

  test("after it ended is a conflict", async () => {
    const { id } = await db.withTenant(who.tenant.id, (tx) =>
      createJob(tx, who, { kind: "score", input: {} }),
    );
    await tryOnce(id);
    expect(await look(id)).toMatchObject({ status: "done", result: { scored: 0 } });
    await expect(cancelJob(db, who, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("what fails is failed only after the last try, and may run again", async () => {
  const { id } = await db.withTenant(who.tenant.id, (tx) => createJob(tx, who, { kind: "score", input: {} }));
  const works = failing(new Error("inside"));
  await expect(tryOnce(id, { works })).rejects.toThrow("inside");
  expect(await look(id)).toMatchObject({ status: "running" });
  await expect(tryOnce(id, { works, isLast: true })).rejects.toThrow("inside");
  expect(await look(id)).toMatchObject({ status: "failed", error: { code: "INTERNAL" } });
  await tryOnce(id);
  expect(await look(id)).toMatchObject({ status: "done", error: null });
});

test("progress is noted twice a second at most", async () => {
  const { id } = await db.withTenant(who.tenant.id, (tx) => createJob(tx, who, { kind: "score", input: {} }));
  await db.withTenant(who.tenant.id, (tx) =>
    tx.query(`update background_jobs set status = 'running' where tenant_id = $1`, [who.tenant.id]),
  );
  const progress = jobProgress(db, who, { id, signal });
  for (const done of [1, 2, 3]) progress.report(done, 10);
  await progress.settled();
  expect(await look(id)).toMatchObject({ progress: 1, total: 10 });
});

test("another workspace's job is not there", async () => {
  const { id } = await db.withTenant(who.tenant.id, (tx) => createJob(tx, who, { kind: "score", input: {} }));
  const other = await freshWorkspace();
  expect(await db.readTenant(other.tenant.id, (tx) => findJob(tx, other, { id }))).toBeUndefined();
  await expect(cancelJob(db, other, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
