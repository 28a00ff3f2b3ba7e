import type { LeadScore } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { packFactors } from "./stored-factors.ts";

export interface ScoredLead {
  contactId: string;
  /** The contact's `updated_at` when it was read. */
  version: string;
  score: LeadScore;
  /** What the challenger says; null without one. */
  shadow: number | null;
}

export interface ScoredBatch {
  leads: readonly ScoredLead[];
  modelId: string | null;
  /** The challenger whose probabilities the leads carry. */
  shadowModelId: string | null;
  asOf: Date;
}

/** A probability that moved by less is the same score: history would fill with noise. */
const worthRemembering = 0.005;

/**
 * Stores the latest scores of contacts. An earlier one goes to the history if the new one differs by half a point or by its
 * model, the challenger's alike. Contacts erased meanwhile are passed over, and those that were scored at a later moment already.
 */
export async function saveScores(tx: Transaction, principal: Principal, batch: ScoredBatch): Promise<void> {
  const column = <T>(pick: (lead: ScoredLead) => T) => batch.leads.map(pick);
  const ids = column(({ contactId }) => contactId);
  const sorted = ids.toSorted();
  await tx.query(sql, [
    principal.tenant.id,
    batch.modelId,
    batch.asOf,
    batch.shadowModelId,
    ids,
    column(({ version }) => version),
    column(({ score }) => score.probability),
    column(({ score }) => score.low),
    column(({ score }) => score.high),
    column(({ score }) => score.band),
    column(({ score }) => score.confidence),
    // JSON has no line breaks of its own. As an array parameter each of its quotes would be escaped, sent and read once more.
    column(({ score }) => packFactors(score)).join("\n"),
    column(({ shadow }) => shadow),
    // A page is a stretch of ids: told so, the database looks there instead of reading all contacts for every page.
    sorted[0],
    sorted.at(-1),
  ]);
}

/** Whether a stored score says something else than the one that takes its place. */
const differs = (stored: string, fresh: string) =>
  `(${stored}.model_id is distinct from $2::uuid or abs(coalesce(${stored}.said, ${stored}.probability) - ${fresh}.probability) >= ${worthRemembering}
    or ${stored}.shadow_model_id is distinct from $4::uuid
    or abs(${stored}.shadow_probability - ${fresh}.shadow_probability) >= ${worthRemembering})`;

/** An older score never takes the place of a newer one; but one from a process whose clock ran ahead holds up none. */
const sql = `with new as (
    select u.* from unnest($5::uuid[], $6::timestamptz[], $7::float8[], $8::float8[], $9::float8[], $10::text[], $11::float8[],
        string_to_array($12, E'\\n')::jsonb[], $13::float8[])
      as u (contact_id, version, probability, low, high, band, confidence, factors, shadow_probability)
      where exists (select from contacts c where c.tenant_id = $1 and c.id = u.contact_id and c.id between $14 and $15)
  ), remembered as (
    insert into score_history (tenant_id, contact_id, model_id, probability, low, high, band, shadow_model_id, shadow_probability,
        as_of, scored_at)
      select $1, s.contact_id, s.model_id, coalesce(s.said, s.probability), s.low, s.high, s.band, s.shadow_model_id, s.shadow_probability,
          s.since, s.since
        from lead_scores s join new on new.contact_id = s.contact_id
        where s.tenant_id = $1 and s.contact_id between $14 and $15 and s.as_of <= $3 and ${differs("s", "new")}
  )
  insert into lead_scores as s (tenant_id, contact_id, model_id, engine, probability, low, high, band, confidence, factors, as_of,
      since, said, contact_version, shadow_model_id, shadow_probability)
    select $1, contact_id, $2, 'local', probability, low, high, band, confidence, factors, $3, $3, probability, version, $4, shadow_probability
      from new
    on conflict (tenant_id, contact_id) do update set model_id = excluded.model_id, engine = excluded.engine,
      probability = excluded.probability, low = excluded.low, high = excluded.high, band = excluded.band,
      confidence = excluded.confidence, factors = excluded.factors, as_of = excluded.as_of,
      since = case when ${differs("s", "excluded")} then excluded.since else s.since end,
      said = case when ${differs("s", "excluded")} then excluded.said else s.said end,
      contact_version = excluded.contact_version, shadow_model_id = excluded.shadow_model_id,
      shadow_probability = excluded.shadow_probability, scored_at = now()
      where s.as_of <= excluded.as_of or s.as_of > now() + interval '1 minute'`;
