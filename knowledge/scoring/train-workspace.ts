import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { loadLeadRecords, snapshotAt } from "./load-snapshots.ts";
import { publishModel } from "./model-store.ts";
import { refreshScores } from "./refresh-scores.ts";
import type { TrainingReport } from "./report.ts";
import type { LabelledLead } from "./snapshot.ts";
import { trainLeadModel } from "./train.ts";
import { trainingMoment } from "./training-moment.ts";

export interface TrainedModel {
  id: string;
  report: TrainingReport;
  /** Open leads scored anew. */
  scored: number;
  seconds: number;
}

export interface TrainWorkspaceOptions {
  signal?: AbortSignal;
  /** Told in words how far it is. */
  onProgress?: (text: string) => void;
}

const pageSize = 5_000;

/**
 * Trains on the workspace's ended leads, publishes the model and scores the open leads anew. With fewer than 20 won and 20
 * lost the published model is the documented prior, centred on what is known, and its report says so.
 */
export async function trainWorkspace(
  db: Database,
  principal: Principal,
  { signal, onProgress }: TrainWorkspaceOptions = {},
): Promise<TrainedModel> {
  const started = performance.now();
  const trainedAt = new Date();
  onProgress?.("Reading the leads that have ended");
  const leads = await loadLabelledLeads(db, principal, { now: trainedAt, signal });
  const { artifact, report } = await trainLeadModel(leads, {
    trainedAt,
    signal,
    onProgress: (done) => onProgress?.(`Training on ${leads.length} leads, ${(100 * done).toFixed(0)} %`),
  });
  const id = randomUUID();
  await db.withTenant(
    principal.tenant.id,
    (tx) => publishModel(tx, principal, { id, kind: report.kind, artifact, report, trainedAt }),
    { idempotent: true },
  );
  const { scored } = await refreshScores(db, principal, {
    scope: "open",
    signal,
    onProgress: (n) => onProgress?.(`Scored ${n} leads`),
  });
  return { id, report, scored, seconds: (performance.now() - started) / 1000 };
}

async function loadLabelledLeads(
  db: Database,
  principal: Principal,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<LabelledLead[]> {
  const leads: LabelledLead[] = [];
  let after: string | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const records = await db.readTenant(principal.tenant.id, (tx) =>
      loadLeadRecords(tx, principal, { after, limit: pageSize, labelledOnly: true }),
    );
    for (const record of records) {
      if (!record.outcome) continue;
      const snapshot = snapshotAt(record, trainingMoment(record, now));
      leads.push({ snapshot, result: record.outcome.result, endedAt: record.outcome.at });
    }
    if (records.length < pageSize) return leads;
    after = records.at(-1)?.contactId;
  }
}
