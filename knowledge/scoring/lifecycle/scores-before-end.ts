import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { everyScore } from "../stored-scores/every-score.ts";

/** What was said of a lead while it was open, and how it ended. */
export interface ScoreBeforeEnd {
  won: boolean;
  /** Chances, 0–1. */
  served: number;
  /** Null when no challenger was asked for. */
  shadow: number | null;
}

export interface BeforeEndQuery {
  /** Only leads that ended from then on. */
  since: Date;
  servingId: string;
  /** With it, only moments at which both scored. */
  challengerId: string | null;
}

/**
 * The last score of each lead that has ended since, from before its end was known: by the serving model and, if asked for, by
 * the challenger at the same moment.
 */
export async function scoresBeforeEnd(
  tx: Transaction,
  principal: Principal,
  { since, servingId, challengerId }: BeforeEndQuery,
): Promise<ScoreBeforeEnd[]> {
  // Between "ended" and "we heard of it" a score may already know the goodbye: what counts is the earlier of the two.
  const { rows } = await tx.query<{ won: boolean; served: number; shadow: number | null }>(
    `with ended as (
       select contact_id, result, least(coalesce(occurred_at, recorded_at), recorded_at) as at
         from (select distinct on (contact_id) contact_id, result, occurred_at, recorded_at
             from outcomes where tenant_id = $1 order by contact_id, seq desc) latest
         where result is not null)
     select e.result = 'won' as won, h.probability as served, h.shadow_probability as shadow
       from ended e cross join lateral (
         select probability, shadow_probability from ${everyScore("tenant_id = $1 and contact_id = e.contact_id")} said
           where as_of < e.at
             and model_id = $3 and ($4::uuid is null or (shadow_model_id = $4 and shadow_probability is not null))
           order by seq desc limit 1) h
       where e.at >= $2
       order by e.contact_id`,
    [principal.tenant.id, since, servingId, challengerId],
  );
  return rows.map(({ won, served, shadow }) => ({ won, served, shadow: challengerId ? shadow : null }));
}
