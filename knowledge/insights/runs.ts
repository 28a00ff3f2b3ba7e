import { randomUUID } from "node:crypto";
import type { Analysis } from "#core/domain/insight.ts";
import type { Grain, Grouping, Series } from "#core/domain/series.ts";
import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";
import type { Judged } from "./judge.ts";

/** All that decides a run's result beside the records. */
export interface RunParameters {
  segment: string | null;
  /** ISO 8601 moments. */
  from: string;
  to: string;
  as_of: string;
  time_zone: string;
  grain: Grain;
  metrics: string[];
  analyses: Analysis[];
  /** Whose contacts alone; null: everybody's. */
  assigned_to: string | null;
  /** Whether opportunities were listed, and among whose contacts alone; null: everybody's. */
  opportunities: boolean;
  opportunities_of?: string | null;
}

/** What a run saw and found. */
export interface RunResult {
  findings: Judged[];
  series: Series[];
  /** Without samples. */
  groupings: Grouping[];
  /** `kind:contact id`. */
  opportunities: string[];
}

export interface InsightRun {
  id: string;
  parameters: RunParameters;
  dataHash: string;
  result: RunResult;
  createdAt: Date;
}

/** Keeps a run for ever; its id is the handle to run it again. */
export async function saveRun(
  tx: Transaction,
  tenantId: string,
  run: Omit<InsightRun, "id"> & { createdBy: string },
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into insight_runs (tenant_id, id, parameters, data_hash, result, created_by, created_at)
      values ($1, $2, $3::jsonb, $4, $5::jsonb, $6, $7)`,
    [
      tenantId,
      id,
      JSON.stringify(run.parameters),
      run.dataHash,
      JSON.stringify(run.result),
      run.createdBy,
      run.createdAt.toISOString(),
    ],
  );
  return id;
}

/**
 * A kept run.
 * @param assignedTo the only user whose runs may be seen; undefined: all.
 * @throws AppError NOT_FOUND for a handle of another workspace or user, or of nothing.
 */
export async function findRun(
  tx: Transaction,
  tenantId: string,
  { handle, assignedTo }: { handle: string; assignedTo?: string | undefined },
): Promise<InsightRun> {
  const row = uuid.test(handle) ? await read(tx, tenantId, handle) : undefined;
  if (!row || (assignedTo !== undefined && row.parameters.assigned_to !== assignedTo)) {
    throw new AppError(
      "NOT_FOUND",
      "There is no run of insights with this handle. Take the replay handle of an answer of generate_insights in this workspace.",
    );
  }
  return row;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function read(tx: Transaction, tenantId: string, id: string): Promise<InsightRun | undefined> {
  const { rows } = await tx.query<{
    parameters: RunParameters;
    data_hash: string;
    result: RunResult;
    created_at: Date;
  }>("select parameters, data_hash, result, created_at from insight_runs where tenant_id = $1 and id = $2", [
    tenantId,
    id,
  ]);
  const row = rows[0];
  return (
    row && {
      id,
      parameters: row.parameters,
      dataHash: row.data_hash,
      result: row.result,
      createdAt: row.created_at,
    }
  );
}
