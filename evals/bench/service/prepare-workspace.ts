import { randomUUID } from "node:crypto";
import { loadConfig } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import { ensureWorkspace } from "#knowledge/crm/workspaces.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import { importSampleFiles } from "#knowledge/sample/import-sample.ts";
import { sampleFiles } from "#knowledge/sample/sample-workspace.ts";
import { refreshScores } from "#knowledge/scoring/stored-scores/refresh-scores.ts";
import { operations } from "#servers/compose/operations.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";

/** Where the servers under load keep their data. */
export interface Place {
  databaseUrl: string | undefined;
  home: string;
}

/** A workspace with records, scores and a searchable index, and a key that lets an administrator in. */
export interface PreparedWorkspace {
  name: string;
  key: string;
  contactIds: string[];
  questions: string[];
}

const requestsAMinute = 1_000_000;
const seed = 7;
const now = new Date("2026-11-01T09:00:00Z");

/** Fills a new workspace with the sample, trains and scores it, and lifts its limits: what is measured is the service, not its limits. */
export async function prepareWorkspace(
  place: Place,
  onProgress: (text: string) => void,
): Promise<PreparedWorkspace> {
  const db = openDatabase(place);
  try {
    const does = operations(db, openRetrieval({ config: loadConfig({}), db }));
    const name = `bench-${randomUUID().slice(0, 8)}`;
    const { id } = await ensureWorkspace(db, name);
    const principal: Principal = { tenant: { id, name }, user: "bench", roles: ["ADMIN"] };
    await importSampleFiles(db, principal, { files: sampleFiles({ seed, now }), onProgress });
    onProgress("Training and scoring");
    await does.train(principal, {});
    await refreshScores(db, principal, { scope: "all" });
    onProgress("Making the sample searchable");
    await does.index(principal);
    const { key } = await does.createKey(principal, { name: "bench", roles: ["ADMIN"] });
    await does.changeLimits(principal, {
      requests_per_minute: requestsAMinute,
      requests_per_minute_key: requestsAMinute,
    });
    const { rows } = await db.readTenant(id, (tx) =>
      tx.query<{ id: string }>("select id from contacts where tenant_id = $1 order by id", [id]),
    );
    return { name, key, contactIds: rows.map((row) => row.id), questions };
  } finally {
    await db.close();
  }
}

const questions = [
  "How long is the warranty?",
  "Who asked about the price?",
  "When can it be delivered?",
  "Which contacts want a demo?",
  "What is said about training?",
];
