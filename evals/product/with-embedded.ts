import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { loadConfig } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import type { Database } from "#knowledge/db/database.ts";
import { readOwnerRecord } from "#knowledge/db/embedded/owner-record.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import { operations } from "#servers/compose/operations.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";

/** The product over a new, empty database. */
export interface Embedded {
  db: Database;
  operations: ReturnType<typeof operations>;
  /** A folder that is removed afterwards. */
  folder: string;
  /** The administrator of a new or known workspace. */
  principal(workspace: string): Promise<Principal>;
}

/** Runs work over an embedded database of its own, which is ended and removed afterwards, whatever happens. */
export async function withEmbedded<T>(work: (embedded: Embedded) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-evals-"));
  const home = join(folder, "home");
  const db = openDatabase({ databaseUrl: undefined, home });
  try {
    return await work({
      db,
      operations: operations(db, openRetrieval({ config: loadConfig({}), db })),
      folder,
      principal: async (name) => {
        const workspace = await ensureWorkspace(db, name);
        return { tenant: { id: workspace.id, name: workspace.name }, user: "evals", roles: ["ADMIN"] };
      },
    });
  } finally {
    await db.close();
    const owner = readOwnerRecord(home);
    if (owner) await ended(owner.pid);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ends the process that holds the database, and waits until it is gone. */
async function ended(pid: number): Promise<void> {
  for (let signal: NodeJS.Signals | 0 = "SIGTERM"; ; signal = 0) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    await sleep(20);
  }
}
