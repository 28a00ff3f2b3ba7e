import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { testDatabase } from "../db/test-database.ts";

/** An interaction so many days before the moment asked about; `side` null: direction unknown. */
export interface TestTouch {
  daysAgo: number;
  side?: "in" | "out" | null;
  type?: string | null;
  text?: string | null;
  subject?: string;
  activity?: string;
  outcome?: string;
}

export interface TestContact {
  name: string;
  status?: string;
  assignedTo?: string;
  company?: string;
  /** Probability; band A from .7 on, else D. Absent: no stored score. */
  score?: number;
  /** Outcomes, oldest first, each so many days ago. */
  ended?: readonly (readonly ["won" | "lost" | null, number])[];
  touches?: readonly TestTouch[];
}

/** When the tests ask. */
export const testNow = new Date("2025-06-30T12:00:00Z");
const dayMs = 86_400_000;
const ago = (days: number) => new Date(testNow.getTime() - days * dayMs).toISOString();

/** Writes contacts with their touches, outcomes and scores; returns their ids by name. */
export async function addContacts(
  principal: Principal,
  contacts: readonly TestContact[],
): Promise<Map<string, string>> {
  const ids = new Map(contacts.map(({ name }) => [name, randomUUID() as string]));
  await testDatabase().withTenant(principal.tenant.id, async (tx) => {
    for (const contact of contacts) {
      await addContact(tx, { tenant: principal.tenant.id, id: ids.get(contact.name) ?? "", contact });
    }
  });
  return ids;
}

interface Added {
  tenant: string;
  id: string;
  contact: TestContact;
}

async function addContact(tx: Transaction, { tenant, id, contact }: Added): Promise<void> {
  const {
    name,
    status = "LEAD",
    assignedTo = null,
    company = null,
    score,
    ended = [],
    touches = [],
  } = contact;
  await tx.query(
    `insert into contacts (tenant_id, id, external_id, first_name, status, assigned_to, company, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [tenant, id, `x-${name}`, name, status, assignedTo, company, ago(400)],
  );
  for (const [result, days] of ended) {
    await tx.query(
      `insert into outcomes (tenant_id, contact_id, result, occurred_at, source, idempotency_key) values ($1, $2, $3, $4, 'test', $5)`,
      [tenant, id, result, ago(days), randomUUID()],
    );
  }
  if (score !== undefined) {
    await tx.query(
      `insert into lead_scores (tenant_id, contact_id, engine, probability, low, high, band, confidence, factors, as_of, since, contact_version)
        values ($1, $2, 'local', $3, $3, $3, $4, .8, '[]', $5, $5, $6)`,
      [tenant, id, score, score >= 0.7 ? "A" : "D", ago(0), ago(400)],
    );
  }
  for (const touch of touches) {
    await tx.query(
      `insert into interactions (tenant_id, id, external_id, contact_id, type, direction, content, subject, activity, outcome, content_hash, occurred_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'x', $11)`,
      [
        tenant,
        randomUUID(),
        randomUUID(),
        id,
        touch.type === undefined ? "EMAIL" : touch.type,
        touch.side === null ? null : touch.side === "out" ? "OUTBOUND" : "INBOUND",
        touch.text ?? null,
        touch.subject ?? null,
        touch.activity ?? null,
        touch.outcome ?? null,
        ago(touch.daysAgo),
      ],
    );
  }
}
