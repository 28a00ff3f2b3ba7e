import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import type { Database } from "../db/database.ts";
import { makeTestHome, type TestHome } from "../db/embedded/test-home.ts";
import { openDatabase } from "../db/open-database.ts";
import { testDatabase } from "../db/test-database.ts";

/** Databases of one test file, which go with it. */
export function emptyDatabases(): {
  /** Where the tests run: embedded, or a new one on the server. */
  make(): Promise<Database>;
  /** In the home that is given, or in a new one. */
  embedded(home?: TestHome): Database;
  home(): TestHome;
} {
  const homes: TestHome[] = [];
  const opened: Database[] = [];
  const scratch: string[] = [];
  afterAll(async () => {
    for (const db of opened) await db.close();
    for (const home of homes) await home.remove();
    for (const name of scratch) {
      await testDatabase().withoutTransaction((session) => session.query(`drop database ${name}`));
    }
  });
  const open = (where: { databaseUrl: string | undefined; home: string }): Database => {
    const db = openDatabase(where);
    opened.push(db);
    return db;
  };
  const home = () => {
    const made = makeTestHome();
    homes.push(made);
    return made;
  };
  const embedded = (at = home()) => open({ databaseUrl: undefined, home: at.home });
  const onServer = async (server: string) => {
    const name = `rapport_scratch_${randomUUID().replaceAll("-", "")}`;
    await testDatabase().withoutTransaction((session) => session.query(`create database ${name}`));
    scratch.push(name);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return open({ databaseUrl: url.href, home: "/nowhere" });
  };
  return {
    make: async () => {
      const { databaseUrl } = inject("database");
      return databaseUrl ? onServer(databaseUrl) : embedded();
    },
    embedded,
    home,
  };
}
