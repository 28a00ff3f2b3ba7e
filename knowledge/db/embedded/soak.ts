import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../open-database.ts";
import { embeddedPaths } from "./paths.ts";
import { isAlive, makeTestHome } from "./test-home.ts";

/** What a soak left behind; all lists are empty and `drift` is 0 when nothing was lost or leaked. */
export interface SoakReport {
  saved: number;
  refused: number;
  /** Acknowledged operations that are not in the database. */
  lost: string[];
  /** Operations in the database that were rolled back, or that nobody knows. */
  leaked: string[];
  /** Sum over the counters of |counter − its operations|. */
  drift: number;
  /** Process ids of the owners, in order. */
  owners: number[];
  killed: number[];
  /** Owners alive at the end. */
  alive: number[];
}

/**
 * Loads a new embedded database from several processes at once, with errors and vanishing clients, and kills its
 * owner now and then.
 */
export async function soak({ seconds = 10, processes = 3, kills = 2 } = {}): Promise<SoakReport> {
  const place = makeTestHome({ deep: true });
  const stop = new AbortController();
  try {
    const database = openDatabase({ databaseUrl: undefined, home: place.home });
    await database.withSystem(async (tx) => {
      await tx.query(`CREATE TABLE counters (id int PRIMARY KEY, n bigint NOT NULL);
        CREATE TABLE operations (id uuid PRIMARY KEY, counter int NOT NULL);
        INSERT INTO counters VALUES (0, 0), (1, 0), (2, 0)`);
    });
    const workers = Array.from({ length: processes }, () => work(place.home, seconds * 1_000, stop.signal));
    const killed: number[] = [];
    for (let i = 0; i < kills; i++) {
      await sleep((seconds * 1_000) / (kills + 1));
      const owner = await newOwner(place.home, killed);
      killed.push(owner);
      process.kill(owner, "SIGKILL");
    }
    const done = await Promise.all(workers);
    const saved = done.flatMap((worker) => worker.saved);
    const found = await database.withSystem(async (tx) => ({
      operations: (await tx.query<{ id: string }>("SELECT id FROM operations")).rows.map(({ id }) => id),
      drift: (
        await tx.query<{
          drift: number;
        }>(`SELECT sum(abs(n - (SELECT count(*) FROM operations WHERE counter = counters.id)))
          ::int AS drift FROM counters`)
      ).rows[0]?.drift,
    }));
    await database.close();
    const client = await place.connect();
    // Fails when a transaction was left open.
    await client.query("VACUUM counters");
    await client.end();
    const owners = ownersOf(place.home);
    const [inDatabase, acknowledged] = [new Set(found.operations), new Set(saved)];
    return {
      saved: saved.length,
      refused: done.flatMap((worker) => worker.refused).length,
      lost: saved.filter((id) => !inDatabase.has(id)),
      leaked: found.operations.filter((id) => !acknowledged.has(id)),
      drift: found.drift ?? Number.NaN,
      owners,
      killed,
      alive: owners.filter(isAlive),
    };
  } finally {
    stop.abort();
    await place.remove();
  }
}

interface Done {
  saved: string[];
  refused: string[];
}

async function work(home: string, duration: number, signal: AbortSignal): Promise<Done> {
  const worker = fileURLToPath(new URL("./soak-worker.ts", import.meta.url));
  const child = spawn(process.execPath, [worker, home, String(duration)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  signal.addEventListener("abort", () => child.kill("SIGKILL"));
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`a worker ended with ${code}`);
  return JSON.parse(output);
}

/** Every process that ever opened the database wrote a line when it had. */
function ownersOf(home: string): number[] {
  const lines = readFileSync(embeddedPaths(home).log, "utf8").trim().split("\n");
  return lines.filter((line) => line.includes('"database open"')).map((line) => JSON.parse(line).pid);
}

// By hand, for as long as wanted: node knowledge/db/embedded/soak.ts SECONDS
if (import.meta.filename === process.argv[1]) {
  const seconds = Number(process.argv[2] ?? 60);
  const report = await soak({ seconds, kills: Math.ceil(seconds / 5) });
  process.stderr.write(`${JSON.stringify(report, null, 2)}\n`);
}

/** On a busy machine the successor of a killed owner comes late: waited for until it has written its line. */
async function newOwner(home: string, killed: readonly number[]): Promise<number> {
  for (;;) {
    const pid = ownersOf(home).at(-1);
    if (pid !== undefined && !killed.includes(pid)) return pid;
    await sleep(50);
  }
}
