import type { LeadScore } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { baseRateFactor } from "../explain/factors.ts";

/** A reason as it is stored for lists. */
export interface StoredFactor {
  name: string;
  value: string;
  contribution: number;
}

export interface ScoredLead {
  contactId: string;
  /** The contact's `updated_at` when it was read. */
  version: string;
  score: LeadScore;
}

const reasonsKept = 3;
/** Log-odds that move no score. */
const negligible = 0.005;

/** Stores the latest scores of contacts, in place of their earlier ones; contacts erased meanwhile are passed over. */
export async function saveScores(
  tx: Transaction,
  principal: Principal,
  { leads, modelId, asOf }: { leads: readonly ScoredLead[]; modelId: string | null; asOf: Date },
): Promise<void> {
  const column = <T>(pick: (lead: ScoredLead) => T) => leads.map(pick);
  await tx.query(
    `insert into lead_scores (tenant_id, contact_id, model_id, engine, probability, low, high, band, confidence, factors, as_of, contact_version)
      select $1, u.contact_id, $2, 'local', u.probability, u.low, u.high, u.band, u.confidence, u.factors, $3, u.version
        from unnest($4::uuid[], $5::timestamptz[], $6::float8[], $7::float8[], $8::float8[], $9::text[], $10::float8[], $11::jsonb[])
          as u (contact_id, version, probability, low, high, band, confidence, factors)
        where exists (select from contacts c where c.tenant_id = $1 and c.id = u.contact_id)
      on conflict (tenant_id, contact_id) do update set model_id = excluded.model_id, engine = excluded.engine,
        probability = excluded.probability, low = excluded.low, high = excluded.high, band = excluded.band,
        confidence = excluded.confidence, factors = excluded.factors, as_of = excluded.as_of,
        contact_version = excluded.contact_version, scored_at = now()`,
    [
      principal.tenant.id,
      modelId,
      asOf,
      column(({ contactId }) => contactId),
      column(({ version }) => version),
      column(({ score }) => score.probability),
      column(({ score }) => score.low),
      column(({ score }) => score.high),
      column(({ score }) => score.band),
      column(({ score }) => score.confidence),
      column(({ score }) => JSON.stringify(strongest(score))),
    ],
  );
}

function strongest({ factors }: LeadScore): StoredFactor[] {
  return factors
    .filter(({ name, contribution }) => name !== baseRateFactor && Math.abs(contribution) >= negligible)
    .slice(0, reasonsKept)
    .map(({ name, value, contribution }) => ({ name, value, contribution }));
}
