import { displayName } from "#core/domain/contact.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { comparableLeads } from "./comparable.ts";

interface Row {
  id: string;
  external_id: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  result: OutcomeResult;
  ended_at: Date | null;
}

/** Past leads whose reasons were most alike, by name, with how and when they ended; erased ones and those open again are left out. */
export function findComparableLeads(
  db: Database,
  principal: Principal,
  { snapshot, limit }: { snapshot: LeadSnapshot; limit: number },
) {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const { model } = await servingModel(tx, principal);
    const nearest = comparableLeads(model, snapshot, limit);
    const { rows } = await tx.query<Row>(
      `select c.id, c.external_id, c.email, c.first_name, c.last_name, c.company,
          o.result, o.occurred_at as ended_at
        from contacts c cross join lateral (select result, occurred_at from outcomes o
          where o.tenant_id = $1 and o.contact_id = c.id order by seq desc limit 1) o
        where c.tenant_id = $1 and c.id = any($2::uuid[]) and o.result is not null`,
      [principal.tenant.id, nearest.map(({ contactId }) => contactId)],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return nearest.flatMap(({ contactId, distance }) => {
      const row = byId.get(contactId);
      return row ? [toComparable(row, distance)] : [];
    });
  });
}

function toComparable(row: Row, distance: number) {
  const {
    id,
    external_id,
    email,
    first_name: firstName,
    last_name: lastName,
    company,
    result: outcome,
    ended_at,
  } = row;
  return {
    contact_id: id,
    external_id,
    name: displayName({ externalId: external_id, email, firstName, lastName }),
    company,
    outcome,
    ended_at: ended_at?.toISOString() ?? null,
    distance,
  };
}
