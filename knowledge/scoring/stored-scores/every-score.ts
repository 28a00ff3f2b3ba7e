/**
 * A query's source of every score that was ever stored of contacts, the latest and those before it: contact_id, model_id,
 * probability, low, high, band, shadow_model_id, shadow_probability, as_of (when it was first said), scored_at and seq
 * (ascending by time within a contact).
 * @param where a condition on tenant_id and contact_id, put to both tables.
 */
export function everyScore(where: string): string {
  const columns = "contact_id, model_id, probability, low, high, band, shadow_model_id, shadow_probability";
  return `(select ${columns}, as_of, scored_at, seq from score_history where ${where}
    union all select ${columns}, since, since, 9223372036854775807 from lead_scores where ${where})`;
}
