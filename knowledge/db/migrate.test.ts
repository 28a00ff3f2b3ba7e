import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";

let template: PGlite;
let folder: string;
let database: Pick<Database, "withSystem">;

beforeAll(async () => {
  template = await PGlite.create({ extensions: { vector } });
});
afterAll(() => template.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-migrations-"));
  await cp(fileURLToPath(new URL("./migrations/", import.meta.url)), folder, { recursive: true });
  const copy = await template.clone();
  database = { withSystem: (work) => copy.transaction((tx) => work(onPglite(tx))) };
  return async () => {
    await copy.close();
    await rm(folder, { recursive: true });
  };
});

const tags = ["0000_records", "0001_tenancy"];
const tenant = "00000000-0000-4000-8000-000000000001";

test("brings an older database up to date and keeps what is in it", async () => {
  await keepFirst(1);
  expect(await migrate(database, folder)).toEqual(tags.slice(0, 1));
  await database.withSystem((tx) => tx.query(`INSERT INTO tenants (id, name) VALUES ('${tenant}', 'acme')`));
  expect((await migrate(database)).slice(0, 1)).toEqual(tags.slice(1, 2));
  const { rows } = await database.withSystem((tx) => tx.query("SELECT name FROM tenants"));
  expect(rows).toEqual([{ name: "acme" }]);
});

test("does nothing when nothing is to do", async () => {
  await migrate(database);
  expect(await migrate(database)).toEqual([]);
});

test("leaves nothing behind when one of several migrations fails", async () => {
  await writeFile(join(folder, "0001_tenancy.sql"), "SELECT no_such_function()");
  await expect(migrate(database, folder)).rejects.toMatchObject({ code: "42883" });
  const { rows } = await database.withSystem((tx) => tx.query("SELECT to_regclass('tenants') AS tenants"));
  expect(rows).toEqual([{ tenants: null }]);
});

test("refuses a database that is newer than the code", async () => {
  await migrate(database);
  await keepFirst(1);
  await expect(migrate(database, folder)).rejects.toThrow(/newer Rapport .*0001_tenancy.* Update Rapport/);
});

test("refuses an applied migration that was changed since, but not one with other line ends", async () => {
  await migrate(database);
  const file = join(folder, "0000_records.sql");
  const sql = await readFile(file, "utf8");
  await writeFile(file, sql.replaceAll("\n", "\r\n"));
  expect(await migrate(database, folder)).toEqual([]);
  await writeFile(file, `${sql}\nDROP TABLE users;`);
  await expect(migrate(database, folder)).rejects.toMatchObject({ code: "NOT_READY" });
});

/** Turns the folder into that of an older version. */
async function keepFirst(count: number): Promise<void> {
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
}

function onPglite(tx: Parameters<Parameters<PGlite["transaction"]>[0]>[0]) {
  return {
    query: async <Row extends object>(text: string, values?: readonly unknown[]) => {
      if (!values) return { rows: ((await tx.exec(text)).at(-1)?.rows ?? []) as Row[], rowCount: 0 };
      return { rows: (await tx.query<Row>(text, [...values])).rows, rowCount: 0 };
    },
  };
}
