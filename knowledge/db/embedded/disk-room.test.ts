import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Backend, createBackend } from "./backend.ts";
import { watchDisk } from "./disk-room.ts";
import { query } from "./wire.ts";

let database: PGlite;
let backend: Backend;
let hasRoom = true;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec("CREATE TABLE marks (n int)");
  backend = await createBackend(database, () => hasRoom);
});
afterAll(() => database.close());

/** What the backend answers to a statement of somebody who has just come to the gate. */
async function ask(sql: string): Promise<string> {
  let answer = "";
  await backend.admit();
  await backend.run(query(sql), (chunk) => {
    answer += chunk.toString("latin1");
  });
  return answer;
}

test("without room on the disk only reads are possible, and with it writes again", async () => {
  hasRoom = false;
  expect(await ask("INSERT INTO marks VALUES (1)")).toContain("C25006");
  expect(await ask("SELECT count(*) FROM marks")).toContain("SELECT 1");
  // Leaving a client's settings behind does not let the next one write.
  await backend.reset();
  expect(await ask("INSERT INTO marks VALUES (1)")).toContain("C25006");
  hasRoom = true;
  expect(await ask("INSERT INTO marks VALUES (1)")).toContain("INSERT 0 1");
});

test("a backend that panicked is not used again", async () => {
  const broken = await createBackend({
    query: async () => ({ rows: [] }),
    execProtocolRawStream: async (_: Uint8Array, { onRawData }: { onRawData(data: Uint8Array): void }) =>
      onRawData(Buffer.from("E\0\0\0\x20SPANIC\0VPANIC\0C58P01\0Mno room\0\0", "latin1")),
  } as unknown as PGlite);
  await expect(broken.run(query("COMMIT"))).rejects.toThrow("panicked");
});

test("a disk is looked at where the folder is", () => {
  expect(watchDisk(import.meta.dirname)()).toBe(true);
});
