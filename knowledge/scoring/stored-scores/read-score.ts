import { type Band, band } from "#core/domain/score.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type PackedFactors, type StoredFactor, unpackFactors } from "./stored-factors.ts";

/** A score as it is stored. */
export interface StoredScore {
  contactId: string;
  probability: number;
  low: number;
  high: number;
  band: Band;
  confidence: number;
  factors: StoredFactor[];
  modelId: string | null;
  asOf: Date;
  /** The contact has changed since. */
  isStale: boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the stored score of a contact in one query; undefined while there is none.
 * @throws AppError NOT_FOUND for an unknown contact
 */
export async function readScore(
  tx: Transaction,
  principal: Principal,
  contactId: string,
): Promise<StoredScore | undefined> {
  const { rows } = uuid.test(contactId)
    ? await tx.query<Row>(sql, [principal.tenant.id, contactId], { prepared: true })
    : { rows: [] };
  const [row] = rows;
  if (!row) {
    throw new AppError(
      "NOT_FOUND",
      `No contact ${JSON.stringify(contactId.slice(0, 60))} in workspace ${principal.tenant.name}.`,
    );
  }
  if (row.probability === null) return undefined;
  return {
    contactId: row.id,
    probability: row.probability,
    low: row.low,
    high: row.high,
    band: band.parse(row.band),
    confidence: row.confidence,
    factors: unpackFactors(row.factors),
    modelId: row.model_id,
    asOf: row.as_of,
    isStale: row.is_stale,
  };
}

const sql = `select c.id, s.probability, s.low, s.high, s.band, s.confidence, s.factors, s.model_id, s.as_of,
    s.contact_version is distinct from c.updated_at as is_stale
  from contacts c left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id where c.tenant_id = $1 and c.id = $2`;

interface Row {
  id: string;
  probability: number | null;
  low: number;
  high: number;
  band: string;
  confidence: number;
  factors: PackedFactors;
  model_id: string | null;
  as_of: Date;
  is_stale: boolean;
}
