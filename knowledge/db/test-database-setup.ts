import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readOwnerRecord } from "./embedded/owner-record.ts";
import { openDatabase } from "./open-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    database: { databaseUrl: string | undefined; home: string };
  }
}

/** Starts one database for the whole run: embedded in a folder that is removed afterwards, or RAPPORT_TEST_DATABASE_URL. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), "rapport-test-"));
  const where = { databaseUrl: process.env.RAPPORT_TEST_DATABASE_URL || undefined, home };
  const database = openDatabase(where);
  await database.withSystem((tx) => tx.query("SELECT 1"));
  project.provide("database", where);
  return async () => {
    await database.close();
    const owner = where.databaseUrl ? undefined : readOwnerRecord(home);
    if (owner) await ended(owner.pid);
    await rm(home, { recursive: true, force: true });
  };
}

async function ended(pid: number): Promise<void> {
  for (let signal: NodeJS.Signals | 0 = "SIGTERM"; ; signal = 0) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
