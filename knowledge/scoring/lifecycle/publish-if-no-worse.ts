import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { settle } from "./change-models.ts";
import { readableModel } from "./loaded-models.ts";
import type { GuardVerdict } from "./model-life.ts";
import { getModel, servingModelId } from "./model-store.ts";
import { type Candidate, type Incumbent, judgeCandidate } from "./publish-guard.ts";

export interface Application {
  /** All that the candidate was trained on, with every field that the serving model knows. */
  leads: readonly LabelledLead[];
  candidate: Candidate & { id: string; version: number };
}

/** So many others may begin to serve while one is being judged. */
const rounds = 5;

/**
 * Publishes a stored model unless it is worse than the one that serves, and keeps why. Where another model begins to serve
 * meanwhile, the candidate is judged against that one.
 * @throws AppError CONFLICT when that goes on and on; the model stays stored.
 */
export async function publishIfNoWorse(
  db: Database,
  principal: Principal,
  { leads, candidate }: Application,
): Promise<GuardVerdict> {
  for (let round = 0; round < rounds; round++) {
    const { serving, incumbent, earlier } = await db.readTenant(principal.tenant.id, (tx) =>
      readIncumbent(tx, principal),
    );
    const isNew = ({ snapshot }: LabelledLead) => !earlier.has(snapshot.contactId);
    const verdict = await judgeCandidate({ leads, candidate, incumbent, isNew });
    const settled = await db.withTenant(
      principal.tenant.id,
      (tx) => settle(tx, principal, { id: candidate.id, verdict, serving }),
      { idempotent: true },
    );
    if (settled) return verdict;
  }
  throw new AppError(
    "CONFLICT",
    `Other models keep being published. Version ${candidate.version} is stored; publish it with: npm run -s rapport -- models publish ${candidate.version}`,
  );
}

interface Standing {
  /** Id of the model that serves. */
  serving: string | null;
  /** Null when nothing serves, or nothing that can be read. */
  incumbent: Incumbent | null;
  /** Contacts whose end was known when it was trained. */
  earlier: ReadonlySet<string>;
}

async function readIncumbent(tx: Transaction, principal: Principal): Promise<Standing> {
  const serving = await servingModelId(tx, principal);
  const stored = serving === null ? undefined : await getModel(tx, principal, serving);
  if (!stored) return { serving, incumbent: null, earlier: new Set() };
  const earlier = await endedBy(tx, principal, stored.trainedAt);
  // What cannot be read scores nobody: whatever was trained is better.
  const model = await readableModel(tx, principal, stored.id);
  const { version, report } = stored;
  return { serving, incumbent: model && { version, model, report }, earlier };
}

/** By when an outcome was recorded, not when it happened: only what had been recorded could be learned from. */
async function endedBy(tx: Transaction, principal: Principal, moment: Date): Promise<Set<string>> {
  const { rows } = await tx.query<{ contact_id: string }>(
    `select distinct contact_id from outcomes where tenant_id = $1 and recorded_at <= $2 and result is not null`,
    [principal.tenant.id, moment],
  );
  return new Set(rows.map((row) => row.contact_id));
}
