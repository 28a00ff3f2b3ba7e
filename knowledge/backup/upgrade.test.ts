import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { startOwner } from "../db/embedded/start-owner.ts";
import type { TestHome } from "../db/embedded/test-home.ts";
import { migrate } from "../db/migrate.ts";
import { predictLead } from "../scoring/predict-lead.ts";
import { loadLeadRecords, snapshotAt } from "../scoring/snapshots/load-snapshots.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";
import { emptyDatabases } from "./test-empty-database.ts";

// A folder as the first release with search left it, and a backup of that.

const tenantId = "00000000-0000-4000-8000-000000000001";
const contactId = "00000000-0000-4000-8000-000000000002";
const principal: Principal = { tenant: { id: tenantId, name: "acme" }, user: "ada", roles: ["ADMIN"] };
const databases = emptyDatabases();
let home: TestHome;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-upgrade-"));
  file = join(folder, "old.backup");
  const migrations = join(folder, "migrations");
  await cp(fileURLToPath(new URL("../db/migrations/", import.meta.url)), migrations, { recursive: true });
  const journal = JSON.parse(await readFile(join(migrations, "meta/_journal.json"), "utf8"));
  await writeFile(
    join(migrations, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, 4) }),
  );
  home = databases.home();
  await startOwner(home.home);
  const client = await home.connect();
  const old: Pick<Database, "withSystem"> = {
    withSystem: async (work) => {
      await client.query("begin");
      try {
        const result = await work({
          query: async <Row extends object>(text: string, values?: readonly unknown[]) => {
            const { rows, rowCount } = await client.query<Row>(text, values as unknown[] | undefined);
            return { rows: rows ?? [], rowCount: rowCount ?? 0 };
          },
        });
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback");
        throw error;
      }
    },
  };
  expect(await migrate(old, migrations)).toHaveLength(4);
  await client.query(
    `begin; select set_config('app.tenant_id', '${tenantId}', true);
     insert into tenants (id, name) values ('${tenantId}', 'acme');
     insert into contacts (tenant_id, id, email, created_at) values ('${tenantId}', '${contactId}', 'a@b.example', '2026-01-01');
     insert into interactions (tenant_id, id, external_id, contact_id, type, direction, content, content_hash, occurred_at)
       values ('${tenantId}', gen_random_uuid(), 'm1', '${contactId}', 'EMAIL', 'INBOUND', 'What does it cost?', 'h', '2026-01-02');
     commit`,
  );
  await backUp(old, file, { now: new Date("2026-03-01T00:00:00Z") });
  await client.end();
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

test("an older folder is brought to today's state and goes on working", async () => {
  const db = databases.embedded(home);
  expect(await stateOf(db)).toEqual(await newest());
  await works(db);
}, 120_000);

test("an older backup is restored, and brought to today's state", async () => {
  const db = await databases.make();
  const { manifest } = await restore(db, file);
  expect(manifest.migrations).toHaveLength(4);
  expect(await stateOf(db)).toEqual(await newest());
  await works(db);
}, 300_000);

test("a folder that a newer Rapport wrote is refused", async () => {
  const client = await home.connect();
  await client.query("insert into rapport_migrations (tag, hash) values ('9999_later', 'x')");
  await client.end();
  const refused = databases.embedded(home).withSystem((tx) => tx.query("select 1"));
  await expect(refused).rejects.toMatchObject({
    code: "NOT_READY",
    message: expect.stringMatching(/newer Rapport .*9999_later.* Update Rapport/),
  });
}, 120_000);

/** The rows are there, computed columns too; a score works, and so does writing. */
async function works(db: Database): Promise<void> {
  const { rows } = await db.readTenant(tenantId, (tx) =>
    tx.query("select content, asks from interactions where tenant_id = $1", [tenantId]),
  );
  expect(rows).toEqual([{ content: "What does it cost?", asks: true }]);
  const [records] = await db.readTenant(tenantId, (tx) =>
    loadLeadRecords(tx, principal, { ids: [contactId], limit: 1 }),
  );
  if (!records) throw new Error("the lead is gone");
  const vote = await predictLead(db, principal, snapshotAt(records, new Date("2026-02-01")));
  expect(vote.score.score).toBeGreaterThan(0);
  await db.withTenant(tenantId, (tx) =>
    tx.query("update contacts set last_name = 'Byron' where tenant_id = $1", [tenantId]),
  );
  const told = await db.readTenant(tenantId, (tx) =>
    tx.query("select type from events where tenant_id = $1", [tenantId]),
  );
  expect(told.rows).toEqual([{ type: "contact.updated" }]);
}

async function stateOf(db: Database): Promise<string[]> {
  const { rows } = await db.withSystem((tx) =>
    tx.query<{ tag: string }>("select tag from rapport_migrations order by tag"),
  );
  return rows.map(({ tag }) => tag);
}

async function newest(): Promise<string[]> {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    await readFile(new URL("../db/migrations/meta/_journal.json", import.meta.url), "utf8"),
  );
  return journal.entries.map(({ tag }) => tag);
}
