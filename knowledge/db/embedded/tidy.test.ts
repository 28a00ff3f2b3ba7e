import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "vitest";
import { tidy } from "./tidy.ts";

test("the planner learns how big a table is once much was written, and is left alone before", async () => {
  const database = await PGlite.create();
  await database.exec(
    "CREATE TABLE notes AS SELECT generate_series(1, 1000) AS n; CREATE TABLE other AS TABLE notes; CREATE TABLE unused (n int)",
  );
  const known = async () => {
    const { rows } = await database.query<{ size: number }>(
      "SELECT reltuples AS size FROM pg_class WHERE relname IN ('notes', 'other', 'unused') ORDER BY relname",
    );
    return rows.map(({ size }) => size);
  };
  const start = await tidy(database, undefined);
  expect(await tidy(database, start)).toBe(start);
  expect(await known()).toEqual([-1, -1, -1]);
  await database.exec("INSERT INTO notes SELECT generate_series(1, 1000)");
  const next = await tidy(database, start, { enough: 1_000 });
  expect(await known()).toEqual([2000, 1000, -1]);
  expect(await tidy(database, next, { enough: 1_000 })).toBe(next);
  await database.close();
});
