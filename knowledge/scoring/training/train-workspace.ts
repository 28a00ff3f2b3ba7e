import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { fieldOfFeature } from "../features/feature.ts";
import { loadLeadModel } from "../lead-model.ts";
import { castShadow, type NewModel, storeModel } from "../lifecycle/change-models.ts";
import { chosenFields, refuseUnknown } from "../lifecycle/chosen-fields.ts";
import { dataHash } from "../lifecycle/data-hash.ts";
import type { GuardVerdict } from "../lifecycle/model-life.ts";
import { sampleOpenLeads } from "../lifecycle/open-leads.ts";
import { openReference } from "../lifecycle/open-population.ts";
import { publishIfNoWorse } from "../lifecycle/publish-if-no-worse.ts";
import { trainingMaterial, withoutFields } from "../lifecycle/training-material.ts";
import { refreshScores } from "../stored-scores/refresh-scores.ts";
import type { TrainingReport } from "./report.ts";
import { trainInWorker } from "./train-in-worker.ts";

/** What becomes of a model: it serves if it is no worse than what serves; it is only kept; it is the challenger. */
export type Purpose = "publish" | "store" | "shadow";

/** What a training came to. */
export interface TrainedModel {
  id: string;
  version: number;
  report: TrainingReport;
  purpose: Purpose;
  /** Fields that were left out, and vouched for: named now, or for the model that served. */
  ignored: readonly string[];
  kept: readonly string[];
  /** Whether it serves. */
  published: boolean;
  /** How it compared with the model that served; null where it was not asked to serve. */
  guard: GuardVerdict | null;
  /** Open leads scored anew. */
  scored: number;
  seconds: number;
}

export interface TrainWorkspaceOptions {
  /** Fields that the model must not see, such as one that is only known with the outcome. */
  ignore?: readonly string[];
  /** Fields that the model may see though they look like leaks. */
  keep?: readonly string[];
  purpose?: Purpose;
  signal?: AbortSignal;
  /** Told in words how far it is. */
  onProgress?: (text: string) => void;
}

/**
 * Trains on the workspace's ended leads, stores the model, publishes it if the publish guard allows it, and scores the open
 * leads anew. With fewer than 20 won and 20 lost the model is the documented prior, centred on what is known, and its report
 * says so.
 */
export async function trainWorkspace(
  db: Database,
  principal: Principal,
  options: TrainWorkspaceOptions = {},
): Promise<TrainedModel> {
  const { purpose = "publish", signal, onProgress } = options;
  const started = performance.now();
  const trainedAt = new Date();
  onProgress?.("Reading the leads that have ended");
  const material = await trainingMaterial(db, principal, { now: trainedAt, signal });
  refuseUnknown(
    options,
    material.history.fields.map(({ field }) => field),
  );
  const { ignore, keep } = await chosenFields(db, principal, options);
  const { leads, history, changeable } = withoutFields(material, ignore);
  const { artifact, report, outOfFold } = await trainInWorker(leads, {
    trainedAt,
    history,
    keep,
    changeable,
    signal,
    onProgress: (done) => onProgress?.(`Training on ${leads.length} leads, ${(100 * done).toFixed(0)} %`),
  });
  const id = randomUUID();
  const open = await db.readTenant(principal.tenant.id, (tx) => sampleOpenLeads(tx, principal));
  const reference = await openReference(loadLeadModel(artifact), open, { now: trainedAt, history });
  const model: NewModel = {
    id,
    kind: report.kind,
    artifact: { ...artifact, reference },
    report,
    life: { ignored: [...ignore], kept: [...keep], guard: null },
    dataHash: dataHash(leads, trainedAt),
    trainedAt,
  };
  const version = await store(db, principal, { model, purpose });
  const leftOut = [...ignore, ...leaksLeftOut(report)];
  const candidate = { id, version, report, chances: outOfFold, leftOut };
  const guard =
    purpose === "publish"
      ? await publishIfNoWorse(db, principal, { leads: material.leads, candidate })
      : null;
  const { scored } = await refreshScores(db, principal, {
    scope: "open",
    signal,
    onProgress: (n) => onProgress?.(`Scored ${n} leads`),
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    id,
    version,
    report,
    ignored: ignore,
    kept: keep,
    purpose,
    published: guard?.publish ?? false,
    guard,
    scored,
    seconds,
  };
}

function store(
  db: Database,
  principal: Principal,
  { model, purpose }: { model: NewModel; purpose: Purpose },
): Promise<number> {
  const work = async (tx: Parameters<typeof storeModel>[0]) => {
    const version = await storeModel(tx, principal, model);
    if (purpose === "shadow") await castShadow(tx, principal, model.id);
    return version;
  };
  return db.withTenant(principal.tenant.id, work, { idempotent: true });
}

function leaksLeftOut({ checks }: TrainingReport): string[] {
  return checks.flatMap(({ source, leftOut }) => (leftOut ? (fieldOfFeature(source) ?? []) : []));
}
