import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import pg from "pg";
import { openDatabase } from "../open-database.ts";
import { readOwnerRecord } from "./owner-record.ts";

// One of the processes that load an embedded database in the soak: node soak-worker.ts HOME MILLISECONDS
// Writes to stdout, as JSON, the ids of the operations that it knows to be saved and of those that must not be.

const [home = "", duration] = process.argv.slice(2);
const end = Date.now() + Number(duration);
const database = openDatabase({ databaseUrl: undefined, home });
const saved: string[] = [];
const refused: string[] = [];

await Promise.all([addMany(), addMany(), addMany(), vanishOften()]);
await database.close();
process.stdout.write(JSON.stringify({ saved, refused }));

async function addMany(): Promise<void> {
  for (let turn = 0; Date.now() < end; turn++) {
    const id = randomUUID();
    try {
      await add(id, turn % 10 === 9);
      saved.push(id);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "22012")) throw error;
      refused.push(id);
    }
  }
}

/** Adds 1 to a counter in four statements, the sum made here so that a lost update shows. */
async function add(id: string, fail: boolean): Promise<void> {
  const counter = Math.floor(Math.random() * 3);
  await database.withSystem(
    async (tx) => {
      const operation = await tx.query("INSERT INTO operations VALUES ($1, $2) ON CONFLICT DO NOTHING", [
        id,
        counter,
      ]);
      if (operation.rowCount === 0) return;
      const { rows } = await tx.query<{ n: number }>("SELECT n FROM counters WHERE id = $1 FOR UPDATE", [
        counter,
      ]);
      await tx.query("UPDATE counters SET n = $2 WHERE id = $1", [counter, (rows[0]?.n ?? 0) + 1]);
      await tx.query("SELECT 1 / $1::int", [fail ? 0 : 1]);
    },
    { idempotent: true },
  );
}

/** Begins operations as a plain client and destroys the connection before they are committed. */
async function vanishOften(): Promise<void> {
  while (Date.now() < end) {
    const id = randomUUID();
    refused.push(id);
    const client = new pg.Client({
      host: dirname(readOwnerRecord(home)?.address ?? "/"),
      user: "postgres",
      ssl: false,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("BEGIN");
      await client.query("INSERT INTO operations VALUES ($1, 0)", [id]);
      const last = client.query("UPDATE counters SET n = n + 1 WHERE id = 0");
      if (Math.random() < 0.5) await last;
      else last.catch(() => {});
    } catch {
      // The owner was killed meanwhile.
    }
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
