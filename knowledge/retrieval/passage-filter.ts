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
  const conditions = Object.entries(filter).flatMap(([key, value]) => {
    if (value === undefined) return [];
    values.push(value instanceof Date ? value.toISOString() : value);
    return [conditionOf(key as keyof PassageFilter, `$${values.length}`)];
  });
  if (conditions.length === 0) return undefined;
  // One text instead of many rows: a filter that lets most through costs little more than one that lets few.
  const { rows } = await tx.query<{ nos: string | null }>(
    `select string_agg(p.no::text, ',' order by p.no) as nos
      from passages p left join contacts c on c.tenant_id = $1 and c.id = p.contact_id
      where p.tenant_id = $1 and ${conditions.join(" and ")}`,
    values,
  );
  return rows[0]?.nos?.split(",").map(Number) ?? [];
}

function conditionOf(key: keyof PassageFilter, place: string): string {
  return conditions[key](place);
}

const ended = `(select o.result from outcomes o where o.tenant_id = $1 and o.contact_id = p.contact_id order by o.seq desc limit 1)`;

const conditions: Record<keyof PassageFilter, (place: string) => string> = {
  contactIds: (place) => `p.contact_id = any(${place}::uuid[])`,
  conversationIds: (place) => `p.conversation_id = any(${place}::uuid[])`,
  company: (place) => `lower(c.company) = lower(${place})`,
  channels: (place) => `p.channel = any(${place}::text[])`,
  kinds: (place) => `p.kind = any(${place}::text[])`,
  from: (place) => `p.occurred_at >= ${place}::timestamptz`,
  to: (place) => `p.occurred_at < ${place}::timestamptz`,
  outcome: (place) => `p.contact_id is not null and coalesce(${ended}, 'open') = ${place}`,
  assignedTo: (place) => `(p.contact_id is null or c.assigned_to = ${place})`,
};
