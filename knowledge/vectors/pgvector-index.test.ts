import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { embedderLiteral, hnswIndexOf } from "./hnsw-index.ts";
import { pgvectorStore } from "./pgvector-store.ts";

const db = testDatabase();
const embedder = { embedder: "test:indexed@4", dimensions: 4 };
const query = { vector: Float32Array.of(0.5, 0.5, 0.5, 0.5), limit: 10 };
let small: Principal;
let large: Principal;
let plan = "";

/** The same database, which keeps the plan of the last search. */
const explained: Database = {
  ...db,
  readTenant: (tenantId, work) =>
    db.readTenant(tenantId, (tx) =>
      work({
        query: async (text, values) => {
          if (text.includes("order by")) {
            const { rows } = await tx.query<Record<string, string>>(`explain ${text}`, values);
            plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
          }
          return tx.query(text, values);
        },
      }),
    ),
};
const open = () => pgvectorStore(explained, { exactUpTo: 100 });
const spaceOf = ({ tenant }: Principal) => ({ tenantId: tenant.id, ...embedder });
const nameOf = (principal: Principal) => hnswIndexOf(spaceOf(principal)).name;

const fill = (principal: Principal, rows: number) =>
  db.withTenant(principal.tenant.id, async (tx) => {
    const values = [principal.tenant.id, rows];
    await tx.query(
      `insert into passages (tenant_id, no, kind, part, text, language, terms, names, length, content_hash, occurred_at)
        select $1, no, 'note', 0, '', 'english', '{}', '{}', 1, '', now() from generate_series(1, $2::int) as no`,
      values,
    );
    await tx.query(
      `insert into passage_vectors (tenant_id, embedder, no, embedding)
        select $1, '${embedder.embedder}', no, array[sin(no), cos(no * 3), sin(no * 7), cos(no * 11)]::vector from generate_series(1, $2::int) as no`,
      values,
    );
  });

beforeAll(async () => {
  [small, large] = [await freshWorkspace(), await freshWorkspace()];
  await fill(small, 200);
  await fill(large, 1_800);
});

describe("the index of a space", () => {
  test("is not made for a small space", async () => {
    await open().optimise(spaceOf(small), 100);
    await open().search(spaceOf(small), query);
    expect(plan).not.toContain(nameOf(small));
  });

  test("is made once, by whoever comes first", async () => {
    await Promise.all([open(), open()].map((store) => store.optimise(spaceOf(large), 1_800)));
    const { rows } = await db.withSystem((tx) =>
      tx.query<{ indexdef: string }>("select indexdef from pg_indexes where indexname = $1", [nameOf(large)]),
    );
    expect(rows).toEqual([{ indexdef: expect.stringContaining("embedder = 'test:indexed@4'::text") }]);
    expect(rows[0]?.indexdef).toContain(large.tenant.id);
  });

  test("finds all that is wanted for a tenant with a tenth of it, under row-level security", async () => {
    await open().optimise(spaceOf(small), 200);
    const matches = await open().search(spaceOf(small), query);
    expect(plan).toContain(`Index Scan using ${nameOf(small)}`);
    expect(plan).toContain("app.tenant_id");
    expect(matches).toHaveLength(10);
    const exact = await pgvectorStore(db).search(spaceOf(small), query);
    expect(matches.filter(({ no }) => exact.some((match) => match.no === no)).length).toBeGreaterThanOrEqual(
      9,
    );
    expect(matches.map(({ similarity }) => similarity)).toEqual(
      matches.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
    );
  });

  test("finds among chosen passages", async () => {
    const only = Array.from({ length: 150 }, (_, at) => at + 1);
    const matches = await open().search(spaceOf(small), { ...query, only });
    expect(plan).toContain(nameOf(small));
    expect(matches).toHaveLength(10);
    expect(Math.max(...matches.map(({ no }) => no))).toBeLessThanOrEqual(150);
  });

  test("leaves few chosen passages, and more wanted than there are, to exact search", async () => {
    await open().search(spaceOf(small), { ...query, only: [1, 2, 3] });
    expect(plan).not.toContain(nameOf(small));
    await expect(open().search(spaceOf(small), { ...query, limit: 300 })).resolves.toHaveLength(200);
  });

  test("gives way to a load that outweighs a fifth of it until that is over", async () => {
    const isThere = async () => {
      const { rows } = await db.withSystem((tx) =>
        tx.query("select from pg_indexes where indexname = $1", [nameOf(large)]),
      );
      return rows.length === 1;
    };
    await open().prepare(spaceOf(large), 300);
    expect(await isThere()).toBe(true);
    await open().prepare(spaceOf(large), 900);
    expect(await isThere()).toBe(false);
    expect(await open().search(spaceOf(small), query)).toHaveLength(10);
    await open().optimise(spaceOf(large), 1_800);
    expect(await isThere()).toBe(true);
  });

  test("is made for two tenants at once", async () => {
    await db.withSystem((tx) => tx.query(`drop index if exists ${nameOf(small)}, ${nameOf(large)}`));
    await Promise.all([
      open().optimise(spaceOf(small), 200),
      open().optimise(spaceOf(large), 1_800),
      open().optimise(spaceOf(large), 1_800),
    ]);
    const valid = async () => {
      const { rows } = await db.withSystem((tx) =>
        tx.query(
          "select indexrelid::regclass::text as name from pg_index where indisvalid and indexrelid = any($1::text[]::regclass[])",
          [[nameOf(small), nameOf(large)]],
        ),
      );
      return rows.length;
    };
    expect(await valid()).toBe(2);
  });
});

test.each(["x' or true --", "", "a b@3", "é@3"])("takes %j for no embedder", (id) => {
  expect(() => embedderLiteral(id)).toThrow("provider:model@dimensions");
});
