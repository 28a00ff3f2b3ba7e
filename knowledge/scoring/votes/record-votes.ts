import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { LocalVote, Vote } from "./vote.ts";

export interface VotesToRecord {
  contactId: string;
  /** The statistical score of the same moment, which the votes will be held against. */
  local: LocalVote;
  votes: readonly Vote[];
}

/** Whoever asks again within this time gets the same lead judged again, which would tell nothing new. */
const onceIn = "1 hour";

/**
 * Keeps what scorers say of an open lead, so that its outcome can judge them: at most one vote an hour of each scorer on a
 * lead, and none once the lead has ended, when a vote would be hindsight. Asking twice keeps the same rows.
 */
export async function recordVotes(
  tx: Transaction,
  principal: Principal,
  { contactId, local, votes }: VotesToRecord,
): Promise<void> {
  await tx.query(
    `insert into score_votes (tenant_id, contact_id, scorer, probability, local_probability, model_id, factors)
      select c.tenant_id, c.id, v.scorer, v.probability, $3, $4, v.factors::jsonb
        from contacts c, unnest($5::text[], $6::float8[], $7::text[]) as v(scorer, probability, factors)
        where c.tenant_id = $1 and c.id = $2
          and (select o.result from outcomes o where o.tenant_id = $1 and o.contact_id = $2 order by o.seq desc limit 1) is null
          and not exists (select from score_votes e where e.tenant_id = $1 and e.contact_id = $2 and e.scorer = v.scorer
            and e.voted_at > now() - interval '${onceIn}')`,
    [
      principal.tenant.id,
      contactId,
      local.score.probability,
      local.modelId,
      votes.map(({ scorer }) => scorer),
      votes.map(({ probability }) => probability),
      votes.map(({ factors }) => JSON.stringify(factors)),
    ],
  );
}
