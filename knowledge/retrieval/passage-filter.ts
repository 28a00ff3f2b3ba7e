import type { PassageFilter } from "#core/domain/passage.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** The numbers of the passages that a filter lets through; undefined when it lets all through. */
export async function passagesWithin(
  tx: Transaction,
  principal: Principal,
  filter: PassageFilter = {},
): Promise<number[] | undefined> {
  const values: unknown[] = [principal.tenant.id];
  const conditionsOf = (all: Conditions) =>
    Object.entries(all).flatMap(([key, condition]) => {
      const value = filter[key as keyof PassageFilter];
      if (value === undefined) return [];
      values.push(value instanceof Date ? value.toISOString() : value);
      return [condition(`$${values.length}`)];
    });
  const conditions = [
    ...conditionsOf(passageConditions),
    ...ofContacts(conditionsOf(contactConditions), filter),
  ];
  if (conditions.length === 0) return undefined;
  // One text instead of many rows: a filter that lets most through costs little more than one that lets few.
  const { rows } = await tx.query<{ nos: string | null }>(
    `select string_agg(p.no::text, ',' order by p.no) as nos
      from passages p where p.tenant_id = $1 and ${conditions.join(" and ")}`,
    values,
  );
  return rows[0]?.nos?.split(",").map(Number) ?? [];
}

/** Conditions in SQL, each given the place of its value. */
type Conditions = Partial<Record<keyof PassageFilter, (place: string) => string>>;

const passageConditions: Conditions = {
  conversationIds: (place) => `p.conversation_id = any(${place}::uuid[])`,
  channels: (place) => `p.channel = any(${place}::text[])`,
  kinds: (place) => `p.kind = any(${place}::text[])`,
  from: (place) => `p.occurred_at >= ${place}::timestamptz`,
  to: (place) => `p.occurred_at < ${place}::timestamptz`,
};

const contactConditions: Conditions = {
  contactIds: (place) => `c.id = any(${place}::uuid[])`,
  company: (place) => `lower(c.company) = lower(${place})`,
  outcome: (place) => `coalesce(o.result, 'open') = ${place}`,
  assignedTo: (place) => `c.assigned_to = ${place}`,
};

/** The latest row counts; a result of null withdraws the one before. */
const latestOutcomes = `left join (select distinct on (contact_id) contact_id, result from outcomes
  where tenant_id = $1 order by contact_id, seq desc) o on o.contact_id = c.id`;

/** The contacts are found first: their passages then come from the index, whatever else the tenant has. */
function ofContacts(conditions: readonly string[], filter: PassageFilter): string[] {
  if (conditions.length === 0) return [];
  const outcomes = filter.outcome === undefined ? "" : latestOutcomes;
  const among = `p.contact_id = any(array(select c.id from contacts c ${outcomes}
    where c.tenant_id = $1 and ${conditions.join(" and ")}))`;
  // Articles belong to nobody: whose contacts somebody may see does not keep them from those, what asks for a contact does.
  const isOnlyAssigned = filter.assignedTo !== undefined && conditions.length === 1;
  return [isOnlyAssigned ? `(p.contact_id is null or ${among})` : among];
}
