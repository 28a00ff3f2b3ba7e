import { type Band, band } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { everyScore } from "../stored-scores/every-score.ts";

/** A score as it was stored. */
export interface StoredScore {
  scoredAt: Date;
  /** Only what was known before it counted. */
  asOf: Date;
  probability: number;
  low: number;
  high: number;
  band: Band;
  /** Null where the documented prior scored. */
  modelId: string | null;
  /** 1, 2, 3 … in the order of training; null for the prior, and for a model that is gone. */
  modelVersion: number | null;
}

export interface HistoryQuery {
  contactId: string;
  /** Only scores made up to this moment. */
  until: Date;
  limit: number;
}

/** A contact's latest stored scores, in the order in which they were made. Only scores that differ are stored. */
export async function readScoreHistory(
  tx: Transaction,
  principal: Principal,
  { contactId, until, limit }: HistoryQuery,
): Promise<StoredScore[]> {
  const { rows } = await tx.query<Row>(
    `select h.scored_at, h.as_of, h.probability, h.low, h.high, h.band, h.model_id, m.version
      from ${everyScore("tenant_id = $1 and contact_id = $2")} h
      left join scoring_models m on m.tenant_id = $1 and m.id = h.model_id
      where h.scored_at <= $3 order by h.seq desc limit $4`,
    [principal.tenant.id, contactId, until, limit],
  );
  return rows.reverse().map((row) => ({
    scoredAt: row.scored_at,
    asOf: row.as_of,
    probability: row.probability,
    low: row.low,
    high: row.high,
    band: band.parse(row.band),
    modelId: row.model_id,
    modelVersion: row.version,
  }));
}

interface Row {
  scored_at: Date;
  as_of: Date;
  probability: number;
  low: number;
  high: number;
  band: string;
  model_id: string | null;
  version: number | null;
}
