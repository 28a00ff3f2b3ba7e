import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { type Likeness, likenessOf } from "./likeness.ts";
import { type PastVote, pastVotes } from "./past-votes.ts";
import { recordOf, type ScorerRecord } from "./scorer-record.ts";

/** What is known of scorers from votes whose leads have ended. */
export interface ScorerRecords {
  /** By scorer; one without such votes is not in it. */
  of: ReadonlyMap<string, ScorerRecord>;
  likeness: Likeness;
}

/** Outcomes come by the day; who votes a minute later need not read them again. */
const keptMs = 60_000;
const keptAtMost = 100;

/** Makes the reader of a workspace's records, which reads them at most once a minute. */
export function scorerRecords(db: Database): (principal: Principal) => Promise<ScorerRecords> {
  const kept = new Map<string, { until: number; records: Promise<ScorerRecords> }>();
  return ({ tenant, ...rest }) => {
    const now = performance.now();
    const known = kept.get(tenant.id);
    if (known && known.until > now) return known.records;
    const records = db
      .readTenant(tenant.id, (tx) => pastVotes(tx, { tenant, ...rest }))
      .then(judgeScorers)
      .catch((error: unknown) => {
        kept.delete(tenant.id);
        throw error;
      });
    kept.delete(tenant.id);
    const oldest = kept.keys().next();
    if (kept.size >= keptAtMost && !oldest.done) kept.delete(oldest.value);
    kept.set(tenant.id, { until: now + keptMs, records });
    return records;
  };
}

/** Judges every scorer by its votes, and each against each. */
export function judgeScorers(votes: readonly PastVote[]): ScorerRecords {
  const byScorer = Map.groupBy(votes, ({ scorer }) => scorer);
  const of = new Map([...byScorer].map(([scorer, own]) => [scorer, recordOf(own)]));
  return { of, likeness: likenessOf(byScorer, of) };
}
