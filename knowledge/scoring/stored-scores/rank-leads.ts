import { displayName } from "#core/domain/contact.ts";
import { type Band, band } from "#core/domain/score.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type PackedFactors, unpackFactors } from "./stored-factors.ts";

export interface RankQuery {
  limit: number;
  cursor?: string;
  outcome: "open" | "won" | "lost" | "any";
  bands?: readonly Band[];
  min_score?: number;
  max_score?: number;
  search?: string;
  company?: string;
  source?: string;
  assigned_to?: string;
  status?: string;
}

/** One page of stored scores, best first, and how many there are. @throws AppError VALIDATION_FAILED for a foreign cursor */
export async function rankLeads(tx: Transaction, principal: Principal, query: RankQuery) {
  const values: unknown[] = [principal.tenant.id];
  const where = conditions(query, (value) => `$${values.push(value)}`);
  const found = await tx.query<{ n: string; as_of: Date | null }>(
    `select count(*) as n, min(s.as_of) as as_of ${from} where ${where.join(" and ")}`,
    values,
  );
  if (query.cursor) {
    const { p, id } = parseCursor(query.cursor);
    const probability = `$${values.push(p)}`;
    where.push(
      `(s.probability < ${probability} or (s.probability = ${probability} and s.contact_id > $${values.push(id)}))`,
    );
  }
  const { rows } = await tx.query<RankedRow>(
    `select s.contact_id, c.external_id, c.email, c.first_name, c.last_name, c.company, c.assigned_to, c.last_contact_date,
        s.probability, s.low, s.high, s.band, s.confidence, s.factors, o.result ${from}
      where ${where.join(" and ")} order by s.probability desc, s.contact_id limit $${values.push(query.limit + 1)}`,
    values,
  );
  const leads = rows.slice(0, query.limit).map(toRankedLead);
  const last = leads.at(-1);
  return {
    leads,
    total: Number(found.rows[0]?.n ?? 0),
    next_cursor: rows.length > query.limit && last ? toCursor(last) : null,
    as_of: found.rows[0]?.as_of?.toISOString() ?? null,
  };
}

const from = `from lead_scores s join contacts c on c.tenant_id = $1 and c.id = s.contact_id
  left join lateral (select result from outcomes o where o.tenant_id = $1 and o.contact_id = s.contact_id
    order by seq desc limit 1) o on true`;

function conditions(query: RankQuery, bind: (value: unknown) => string): string[] {
  const where = ["s.tenant_id = $1"];
  if (query.outcome === "open") where.push("o.result is null");
  else if (query.outcome !== "any") where.push(`o.result = ${bind(query.outcome)}`);
  if (query.bands?.length) where.push(`s.band = any(${bind(query.bands)}::text[])`);
  if (query.min_score !== undefined) where.push(`s.probability >= ${bind(query.min_score / 100)}`);
  if (query.max_score !== undefined) where.push(`s.probability <= ${bind(query.max_score / 100)}`);
  if (query.status) where.push(`c.status = ${bind(query.status)}`);
  for (const [column, value] of [
    ["c.company", query.company],
    ["c.source", query.source],
    ["c.assigned_to", query.assigned_to],
  ] as const) {
    if (value) where.push(`lower(${column}) = lower(${bind(value)})`);
  }
  if (query.search) {
    const pattern = bind(`%${query.search.replace(/[\\%_]/g, "\\$&")}%`);
    where.push(
      `concat_ws(' ', c.first_name, c.last_name, c.email, c.company, c.external_id) ilike ${pattern}`,
    );
  }
  return where;
}

interface RankedRow {
  contact_id: string;
  external_id: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  assigned_to: string | null;
  last_contact_date: Date | null;
  probability: number;
  low: number;
  high: number;
  band: string;
  confidence: number;
  factors: PackedFactors;
  result: "won" | "lost" | null;
}

/** A list is read at a glance; explain_score has them all. */
const reasonsShown = 3;

function toRankedLead(row: RankedRow) {
  const { external_id: externalId, email, first_name: firstName, last_name: lastName } = row;
  return {
    contact_id: row.contact_id,
    external_id: externalId,
    name: displayName({ externalId, email, firstName, lastName }),
    company: row.company,
    assigned_to: row.assigned_to,
    score: 100 * row.probability,
    probability: row.probability,
    low: row.low,
    high: row.high,
    band: band.parse(row.band),
    confidence: row.confidence,
    reasons: unpackFactors(row.factors)
      .slice(0, reasonsShown)
      .map((f) => `${f.contribution >= 0 ? "+" : "-"} ${f.name}: ${f.value}`),
    outcome: row.result,
    last_contact: row.last_contact_date?.toISOString() ?? null,
  };
}

function toCursor({ probability, contact_id }: { probability: number; contact_id: string }): string {
  return Buffer.from(JSON.stringify({ p: probability, id: contact_id })).toString("base64url");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function parseCursor(cursor: string): { p: number; id: string } {
  try {
    const { p, id } = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (typeof p === "number" && uuid.test(id)) return { p, id };
  } catch {
    // Falls through to the one answer for every cursor that we did not make.
  }
  throw new AppError(
    "VALIDATION_FAILED",
    "The cursor is not one that find_leads returned. Leave it out to begin at the first page.",
  );
}
