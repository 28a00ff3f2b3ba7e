import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#knowledge/db/database.ts";
import { readOwnerRecord } from "#knowledge/db/embedded/owner-record.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import { chaosClient } from "./client.ts";
import { freePort, type Managed, managedProcess, untilReady } from "./processes.ts";
import { type ChaosTenant, prepareTenants } from "./tenants.ts";

/** What an embedded database did on a full disk. */
export interface FullDiskResult {
  acknowledged: number;
  /** Status and message with which the first write was refused; null: none was. */
  refusal: { status: number; message: string } | null;
  /** Whether the server answered a read meanwhile. */
  reads: boolean;
  /** Whether the server's process is still the one that was started. */
  alive: boolean;
  /** Seconds from when there was space until a write succeeded; null: none did. */
  recovery: number | null;
  /** Acknowledged writes that are gone, after the owner was killed and started again. */
  lost: number;
}

const sizeMb = 400;
/** Left for writes when they begin. */
const roomMb = 60;
const patienceMs = 30_000;

/** Fills the disk below an embedded database, makes room again, and kills its owner; undefined where nothing may be mounted. */
export async function runFullDisk(onProgress: (text: string) => void): Promise<FullDiskResult | undefined> {
  const home = mkdtempSync(join(tmpdir(), "rapport-full-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeMb}m`, "rapport-chaos", home], {
      stdio: "ignore",
    });
  } catch {
    rmSync(home, { recursive: true, force: true });
    return undefined;
  }
  const db = openDatabase({ databaseUrl: undefined, home });
  let server: Managed | undefined;
  try {
    const [tenant] = (await prepareTenants(db, ["amaranth"])) as [ChaosTenant];
    const url = `http://127.0.0.1:${await freePort()}`;
    server = managedProcess({
      name: "embedded server",
      args: ["serve", "--require-key", "--no-worker", "--port", new URL(url).port],
      env: { DATABASE_URL: "", RAPPORT_HOME: home, RAPPORT_MODELS: "" },
      log: join(tmpdir(), "rapport-full-disk.log"),
      url,
    });
    server.start();
    await untilReady(url);
    return await fill({ home, db, tenant, server, onProgress });
  } finally {
    await server?.end("SIGKILL");
    await db.close();
    await endOwner(home);
    execFileSync("umount", ["--lazy", home]);
    rmSync(home, { recursive: true, force: true });
  }
}

interface Filling {
  home: string;
  db: Database;
  tenant: ChaosTenant;
  server: Managed;
  onProgress(text: string): void;
}

async function fill({ home, db, tenant, server, onProgress }: Filling): Promise<FullDiskResult> {
  const ballast = join(home, "ballast");
  const end = new AbortController();
  const client = chaosClient({
    ...{ key: tenant.key, servers: [server.url], random: () => 0, onAttempt: () => {}, end: end.signal },
  });
  const acknowledged: string[] = [];
  const write = async () => {
    const email = `w${acknowledged.length}-${performance.now()}@${tenant.mark}.example`;
    const custom = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`note${n}`, noise(4_000)]));
    const body = { firstName: "Ada", lastName: "Quill", email, company: "Mills", customFields: custom };
    const headers = { "idempotency-key": email };
    const answer = await client.once(server.url, { method: "POST", path: "/contacts", body, headers });
    if (answer.status === 201) acknowledged.push(answer.body.id);
    return answer;
  };
  onProgress("Filling the disk …");
  await write();
  const { bavail, bsize } = statfsSync(home);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - roomMb * 2 ** 20), 1));
  let refusal: FullDiskResult["refusal"] = null;
  for (const deadline = performance.now() + patienceMs; !refusal && performance.now() < deadline; ) {
    const answer = await write().catch((error: Error) => ({ status: 0, text: error.message, body: null }));
    if (answer.status !== 201)
      refusal = { status: answer.status, message: answer.body?.error?.message ?? answer.text };
  }
  const read = () => client.once(server.url, { method: "GET", path: `/contacts/${acknowledged[0]}` });
  const reads = await read().then(
    ({ status }) => status === 200,
    () => false,
  );
  const alive = server.runs();
  onProgress("Making room …");
  rmSync(ballast);
  const began = performance.now();
  let recovery: number | null = null;
  while (recovery === null && performance.now() - began < patienceMs) {
    const answer = await write().catch(() => undefined);
    if (answer?.status === 201) recovery = (performance.now() - began) / 1_000;
    else await sleep(100);
  }
  onProgress("Killing the owner …");
  const owner = readOwnerRecord(home);
  if (owner) process.kill(owner.pid, "SIGKILL");
  const { id } = tenant.principal.tenant;
  const { rows } = await db.readTenant(id, (tx) =>
    tx.query<{ id: string }>("select id::text from contacts where tenant_id = $1", [id]),
  );
  const found = new Set(rows.map((row) => row.id));
  const lost = acknowledged.filter((one) => !found.has(one)).length;
  return { acknowledged: acknowledged.length, refusal, reads, alive, recovery, lost };
}

let state = 1;

/** Text that does not compress. */
function noise(length: number): string {
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

async function endOwner(home: string): Promise<void> {
  const owner = readOwnerRecord(home);
  if (!owner) return;
  try {
    process.kill(owner.pid, "SIGKILL");
  } catch {
    // It has gone already.
  }
  await sleep(300);
}
