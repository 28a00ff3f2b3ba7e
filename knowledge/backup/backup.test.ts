import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureWorkspace } from "../crm/workspaces.ts";
import type { Database } from "../db/database.ts";
import { importSample } from "../sample/import-sample.ts";
import { buildHnswIndex, hnswIndexOf } from "../vectors/hnsw-index.ts";
import { backUp, checkBackup } from "./back-up.ts";
import { readBackupFile, writeBackupFile } from "./backup-file.ts";
import { move } from "./move.ts";
import type { Manifest } from "./part.ts";
import { restore } from "./restore.ts";
import { emptyDatabases } from "./test-empty-database.ts";
import { fillEveryTable, fingerprint } from "./test-every-table.ts";

const now = new Date("2026-03-01T00:00:00Z");
const databases = emptyDatabases();
let folder: string;
let source: Database;
let whole: string;
let before: Record<string, unknown>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-backup-"));
  source = databases.embedded();
  await importSample(source, "tester");
  const other = await ensureWorkspace(source, "other");
  await fillEveryTable(source, other.id);
  await giveVectors(source, other.id);
  before = await fingerprint(source);
  whole = join(folder, "whole.backup");
  await backUp(source, whole, { now });
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

test("restored into an empty database, every table, index, constraint, policy, trigger and sequence is equal", async () => {
  const target = await databases.make();
  const later = await rewritten((manifest) => manifest.migrations.push({ tag: "9999_later", hash: "x" }));
  await expect(restore(target, later)).rejects.toThrow(/newer Rapport .*9999_later/);
  await restore(target, whole);
  expect(await fingerprint(target)).toEqual(before);
  const again = await backUp(target, join(folder, "again.backup"), { now });
  expect(again.totals).toEqual((await checkBackup(whole)).totals);
  await expect(restore(target, whole)).rejects.toMatchObject({ code: "CONFLICT", message: /not empty/ });
}, 300_000);

test("moved into another empty database, all is equal too", async () => {
  const target = await databases.make();
  await move(source, target, { now });
  expect(await fingerprint(target)).toEqual(before);
}, 300_000);

test("one workspace alone is kept alone", async () => {
  const file = join(folder, "other.backup");
  await backUp(source, file, { workspace: "other", now });
  const { manifest, totals } = await checkBackup(file);
  expect(manifest.workspaces.map(({ name }) => name)).toEqual(["other"]);
  expect([totals.tenants?.rows, totals.webhook_endpoints?.rows, totals.event_queue?.rows]).toEqual([1, 1, 1]);
});

test("no file is written over, and none is left of what failed", async () => {
  await expect(backUp(source, whole, { now })).rejects.toMatchObject({ code: "CONFLICT" });
  const file = join(folder, "nobody.backup");
  await expect(backUp(source, file, { workspace: "nobody", now })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await readdir(folder)).filter((name) => name.startsWith("nobody"))).toEqual([]);
});

const changed = (change: (text: string) => string) => (bytes: Buffer) =>
  gzipSync(change(gunzipSync(bytes).toString()));

test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ["that was cut", (bytes) => bytes.subarray(0, bytes.length >> 1), /its end is missing/],
  ["that was cut by a byte", (bytes) => bytes.subarray(0, -1), /its end is missing/],
  ["with a flipped byte", (bytes) => flipped(bytes, bytes.length >> 1), /no whole backup/],
  ["with another value", changed((text) => text.replace(',"other",', ',"0ther",')), /the rows of tenants/],
  [
    "with another first line",
    changed((text) => text.replace('"name":"sample"', '"name":"semple"')),
    /first line/,
  ],
  [
    "without its last line",
    changed((text) => `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n`),
    /end is missing/,
  ],
  ["of a newer format", changed((text) => text.replace('"format":1', '"format":2')), /newer Rapport/],
  ["that is empty", () => Buffer.alloc(0), /no whole backup/],
  ["that is something else", () => gzipSync("{}\n"), /does not begin/],
  ["that is not zipped", () => Buffer.from("hello"), /no whole backup/],
])("a file %s is refused, and nothing is written", async (_what, change, why) => {
  const file = join(folder, "bad.backup");
  await writeFile(file, change(await readFile(whole)));
  const untouched = new Proxy({} as Database, {
    get: (_target, name) => {
      throw new Error(`the database was asked to ${String(name)}`);
    },
  });
  await expect(restore(untouched, file)).rejects.toThrow(why);
});

/** The whole backup with another manifest, as its maker would have written it. */
async function rewritten(change: (manifest: Manifest) => void): Promise<string> {
  const file = join(folder, "rewritten.backup");
  await rm(file, { force: true });
  await writeBackupFile(
    file,
    (async function* () {
      for await (const part of readBackupFile(whole)) {
        if (part.kind === "manifest") change(part.manifest);
        yield part;
      }
    })(),
  );
  return file;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Two passages with vectors, and the index that a large workspace has. */
async function giveVectors(db: Database, tenantId: string): Promise<void> {
  const space = { tenantId, embedder: "local:test@3", dimensions: 3 };
  await db.withTenant(tenantId, async (tx) => {
    await tx.query(
      "insert into vector_spaces (tenant_id, embedder, store, dimensions) values ($1, $2, 'pgvector', 3)",
      [tenantId, space.embedder],
    );
    await tx.query(
      "insert into passage_vectors (tenant_id, embedder, no, embedding) select tenant_id, $2, no, '[0.1,0.2,0.3]' from passages where tenant_id = $1",
      [tenantId, space.embedder],
    );
  });
  await buildHnswIndex(db, space, 1);
  const { rows } = await db.withSystem((tx) =>
    tx.query("select to_regclass($1) is null as missing", [hnswIndexOf(space).name]),
  );
  expect(rows).toEqual([{ missing: false }]);
}
