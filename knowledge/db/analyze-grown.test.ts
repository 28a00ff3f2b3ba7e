import { expect, test } from "vitest";
import { analyzeGrown } from "./analyze-grown.ts";
import { testDatabase } from "./test-database.ts";

const db = testDatabase();
const rowsKnown = async () => {
  const { rows } = await db.withSystem((tx) =>
    tx.query<{ known: number }>("select reltuples as known from pg_class where oid = 'grown'::regclass"),
  );
  return rows[0]?.known;
};
const add = (rows: number) =>
  db.withSystem((tx) =>
    tx.query(`insert into grown select repeat('x', 1000) from generate_series(1, ${rows}::int)`),
  );

test("looks at a table again once it has doubled", async () => {
  await db.withSystem((tx) => tx.query("create table grown (text text)"));
  await add(100);
  await analyzeGrown(db, ["grown"]);
  expect(await rowsKnown()).toBe(100);
  await add(50);
  await analyzeGrown(db, ["grown"]);
  expect(await rowsKnown()).toBe(100);
  await add(150);
  await analyzeGrown(db, ["grown"]);
  expect(await rowsKnown()).toBe(300);
  await db.withSystem((tx) => tx.query("drop table grown"));
});
