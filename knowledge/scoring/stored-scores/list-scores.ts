import { type Band, band } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** A score that was said from a moment on. */
export interface PastScore {
  at: Date;
  probability: number;
  low: number;
  high: number;
  band: Band;
  modelId: string | null;
}

/** The stored scores of a contact, the latest first, in one query. */
export async function listScores(
  tx: Transaction,
  principal: Principal,
  { contactId, limit }: { contactId: string; limit: number },
): Promise<PastScore[]> {
  const { rows } = await tx.query<Omit<PastScore, "modelId"> & { model_id: string | null }>(
    `select since as at, coalesce(said, probability) as probability, low, high, band, model_id from lead_scores where tenant_id = $1 and contact_id = $2
      union all
      (select as_of, probability, low, high, band, model_id from score_history where tenant_id = $1 and contact_id = $2
        order by seq desc limit $3)
      order by at desc limit $3`,
    [principal.tenant.id, contactId, limit],
  );
  return rows.map(({ model_id: modelId, ...row }) => ({ ...row, band: band.parse(row.band), modelId }));
}
