import { createHash } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";

const dayMs = 86_400_000;

/** The first and the last moment of the made-up records. */
export const recordsFrom = Date.UTC(2025, 0, 6);
export const recordsTo = Date.UTC(2026, 0, 5);

interface Options {
  /** How much likelier leads come from the 5th of October on; 1: no change. */
  surge?: number;
  /** Chance to be won by source. */
  winRates?: Record<string, number>;
  leadsADay?: number;
  /** Where all leads come from a source of this name instead. */
  hostile?: string;
}

/** When the surge begins. */
export const surgeFrom = Date.UTC(2025, 9, 6);

/** A new workspace of a year of leads that end 20 days after they came, each with a message and, two hours later, its answer. */
export async function madeUpWorkspace(
  seed: number,
  { surge = 1, winRates = { Referral: 0.3, "Web form": 0.3 }, leadsADay = 3, hostile }: Options = {},
): Promise<Principal> {
  const principal = await freshWorkspace();
  const random = seededRandom(seed);
  const names = Object.keys(winRates);
  const leads: { at: number; source: string; won: boolean; rep: string }[] = [];
  for (let day = recordsFrom; day < recordsTo; day += dayMs) {
    const expected = leadsADay * (day >= surgeFrom ? surge : 1);
    for (let left = poisson(expected, random); left > 0; left--) {
      const source = names[Math.floor(random() * names.length)] ?? "";
      const won = random() < (winRates[source] ?? 0);
      leads.push({
        at: day + Math.floor(random() * dayMs),
        source: hostile && source === names[0] ? hostile : source,
        won,
        rep: random() < 0.5 ? "ada" : "grace",
      });
    }
  }
  await insert(principal.tenant.id, leads);
  return principal;
}

async function insert(
  tenantId: string,
  leads: readonly { at: number; source: string; won: boolean; rep: string }[],
): Promise<void> {
  const ids = leads.map((_, index) => uuidOf(`${tenantId} contact ${index}`));
  const talks = leads.map((_, index) => uuidOf(`${tenantId} talk ${index}`));
  const iso = (moment: number) => new Date(moment).toISOString();
  const at = leads.map((lead) => iso(lead.at));
  await testDatabase().withTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into contacts (tenant_id, id, external_id, source, assigned_to, status, created_at, updated_at)
        select $1, id, id::text, source, rep, 'LEAD', at, at
          from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as t(id, source, rep, at)`,
      [tenantId, ids, leads.map(({ source }) => source), leads.map(({ rep }) => rep), at],
    );
    const ended = leads.flatMap((lead, index) =>
      lead.at + 20 * dayMs < recordsTo ? [{ ...lead, id: ids[index] }] : [],
    );
    await tx.query(
      `insert into outcomes (tenant_id, contact_id, result, occurred_at, source, idempotency_key)
        select $1, id, result, at, 'test', id::text from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as t(id, result, at)`,
      [
        tenantId,
        ended.map(({ id }) => id),
        ended.map(({ won }) => (won ? "won" : "lost")),
        ended.map((lead) => iso(lead.at + 20 * dayMs)),
      ],
    );
    await tx.query(
      `insert into conversations (tenant_id, id, contact_id, channel) select $1, id, contact, 'EMAIL'
        from unnest($2::uuid[], $3::uuid[]) as t(id, contact)`,
      [tenantId, talks, ids],
    );
    await tx.query(
      `insert into interactions (tenant_id, id, external_id, contact_id, conversation_id, type, channel, direction, content, content_hash, occurred_at)
        select $1, id, id::text, contact, talk, 'EMAIL', 'EMAIL', way, 'Hello', id::text, at
          from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[]) as t(id, contact, talk, way, at)`,
      [
        tenantId,
        [...ids.map((id) => uuidOf(`${id} in`)), ...ids.map((id) => uuidOf(`${id} out`))],
        [...ids, ...ids],
        [...talks, ...talks],
        [...ids.map(() => "INBOUND"), ...ids.map(() => "OUTBOUND")],
        [...leads.map((lead) => iso(lead.at + 60_000)), ...leads.map((lead) => iso(lead.at + 2 * 3_600_000))],
      ],
    );
  });
}

function poisson(mean: number, random: () => number): number {
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; count++) product *= random();
  return count;
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
