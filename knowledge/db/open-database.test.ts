import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Database, Transaction } from "./database.ts";
import { readOwnerRecord, writeOwnerRecord } from "./embedded/owner-record.ts";
import { startOwner } from "./embedded/start-owner.ts";
import { makeTestHome } from "./embedded/test-home.ts";
import { openDatabase } from "./open-database.ts";
import { testDatabase } from "./test-database.ts";

describe("a transaction", () => {
  const database = testDatabase();

  test("is tried again when it lost against another one", async () => {
    let attempts = 0;
    const done = await database.withSystem(async (tx) => {
      attempts++;
      if (attempts < 3) await tx.query("DO $$ BEGIN RAISE 'again' USING ERRCODE = '40001'; END $$");
      return "done";
    });
    expect([done, attempts]).toEqual(["done", 3]);
  });

  test("keeps the error of a statement as Postgres gave it, and is not tried again", async () => {
    let attempts = 0;
    const work = database.withSystem((tx) => {
      attempts++;
      return tx.query("SELECT 1 / 0");
    });
    await expect(work).rejects.toMatchObject({ code: "22012" });
    expect(attempts).toBe(1);
  });

  test("fails when the work hid that a statement failed", async () => {
    const work = database.withSystem((tx) => tx.query("SELECT 1 / 0").catch(() => "hidden"));
    await expect(work).rejects.toMatchObject({ code: "INTERNAL" });
  });

  test("gives bigints as numbers", async () => {
    const { rows } = await database.withSystem((tx) => tx.query("SELECT 9007199254740991::bigint AS n"));
    expect(rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
  });
});

describe("when the embedded database goes away", () => {
  const place = makeTestHome();
  let database: Database;
  beforeAll(async () => {
    database = openDatabase({ databaseUrl: undefined, home: place.home });
    await database.withSystem((tx) => tx.query("CREATE TABLE marks (id uuid PRIMARY KEY)"));
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  const count = async () => {
    const { rows } = await database.withSystem((tx) =>
      tx.query<{ n: number }>("SELECT count(*) AS n FROM marks"),
    );
    return rows[0]?.n ?? 0;
  };

  test("before COMMIT, the work is done once more", async () => {
    const before = await count();
    let attempts = 0;
    await database.withSystem(async (tx) => {
      await tx.query("INSERT INTO marks VALUES ($1)", [randomUUID()]);
      if (attempts++ === 0) process.kill(place.ownerPid(), "SIGKILL");
      await tx.query("SELECT 1");
    });
    expect(attempts).toBe(2);
    expect(await count()).toBe(before + 1);
  });

  test("between two statements outside a transaction, the work is done once more and the process goes on", async () => {
    let attempts = 0;
    await database.withoutTransaction(async (session) => {
      await session.query("SELECT 1");
      if (attempts++ === 0) {
        process.kill(place.ownerPid(), "SIGKILL");
        // The line breaks while nothing waits for an answer.
        await sleep(300);
      }
      await session.query("SELECT 1");
    });
    expect(attempts).toBe(2);
  });

  test("between two uses, the next one starts it again", async () => {
    const before = await count();
    process.kill(place.ownerPid(), "SIGKILL");
    expect(await count()).toBe(before);
  });

  test.each([
    ["the answer to COMMIT is lost", true],
    ["COMMIT itself is lost", false],
  ])("and %s, idempotent work is done exactly once", async (_, forwarded) => {
    const before = await count();
    const id = randomUUID();
    const mark = (tx: Transaction) => tx.query("INSERT INTO marks VALUES ($1) ON CONFLICT DO NOTHING", [id]);
    await withoutCommit(forwarded, async (fragile) => {
      await fragile.withSystem(mark, { idempotent: true });
    });
    expect(await count()).toBe(before + 1);
  });

  test("and the answer to COMMIT is lost, other work is not done again but reported", async () => {
    const before = await count();
    await withoutCommit(true, async (fragile) => {
      const work = fragile.withSystem((tx) => tx.query("INSERT INTO marks VALUES ($1)", [randomUUID()]));
      await expect(work).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE", retryable: true });
    });
    expect(await count()).toBe(before + 1);
  });

  /** Connects through something that cuts the line at the first COMMIT of the work. */
  async function withoutCommit(
    forwarded: boolean,
    work: (fragile: Database) => Promise<void>,
  ): Promise<void> {
    await startOwner(place.home);
    const record = readOwnerRecord(place.home);
    if (!record) throw new Error("no owner");
    const fragile = openDatabase({ databaseUrl: undefined, home: place.home });
    await fragile.withSystem(async () => {});
    await fragile.close();
    const line = await cutLine(join(place.home, "cut"), record.address, forwarded);
    writeOwnerRecord(place.home, { ...record, address: join(place.home, "cut") });
    try {
      await work(fragile);
    } finally {
      writeOwnerRecord(place.home, record);
      await fragile.close();
      line.close();
    }
  }
});

test("a server that cannot be reached is named, with what to check", async () => {
  const database = openDatabase({ databaseUrl: "postgres://u:p@127.0.0.1:1/x", home: "/nowhere" });
  await expect(database.withSystem(async () => {})).rejects.toMatchObject({
    code: "DATABASE_UNAVAILABLE",
    message: expect.stringMatching(/DATABASE_URL/),
  });
});

async function cutLine(path: string, target: string, forwarded: boolean): Promise<Server> {
  let cut = false;
  const server = createServer((near) => {
    const far = connect(target).on("error", () => {});
    near.on("error", () => {});
    far.pipe(near);
    near.on("data", (chunk) => {
      const committing = !cut && chunk.includes("COMMIT");
      if (!committing || forwarded) far.write(chunk);
      if (!committing) return;
      cut = true;
      far.unpipe(near);
      near.destroy();
      far.end();
    });
    near.on("close", () => far.end());
  });
  await new Promise<void>((listening) => server.listen(path, listening));
  return server;
}

test("a home that cannot be written to is named, with what to set", async () => {
  const file = join(inject("database").home, "a-file");
  writeFileSync(file, "");
  const database = openDatabase({ databaseUrl: undefined, home: join(file, "home") });
  await expect(database.withSystem((tx) => tx.query("SELECT 1"))).rejects.toMatchObject({
    code: "VALIDATION_FAILED",
    message: expect.stringContaining("Set RAPPORT_HOME"),
  });
});
