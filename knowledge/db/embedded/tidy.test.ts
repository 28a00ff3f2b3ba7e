import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "vitest";
import { tidy } from "./tidy.ts";

test("the planner learns how big a table is once much was written, and is left alone before", async () => {
  const database = await PGlite.create();
  await database.exec("CREATE TABLE notes AS SELECT generate_series(1, 1000) AS n");
  const known = async () => {
    const { rows } = await database.query("SELECT reltuples FROM pg_class WHERE relname = 'notes'");
    return rows[0];
  };
  const start = await tidy(database, undefined);
  expect(await tidy(database, start)).toBe(start);
  expect(await known()).toEqual({ reltuples: -1 });
  await database.exec("INSERT INTO notes SELECT generate_series(1, 1000)");
  const next = await tidy(database, start, 1_000);
  expect(await known()).toEqual({ reltuples: 2000 });
  expect(await tidy(database, next, 1_000)).toBe(next);
  await database.close();
});
