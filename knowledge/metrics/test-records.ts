import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../db/test-database.ts";

export interface TestContact {
  created: string;
  source?: string;
  campaign?: string;
  assignedTo?: string;
  status?: string;
  employees?: number | null;
  industry?: string;
  /** One row of outcomes each, the last counts; `result` null withdraws. Recorded when it took place or, without a date, when the contact came. */
  outcomes?: { result: "won" | "lost" | null; at: string | null; recorded?: string }[];
  touches?: [at: string, what: TestTouch, channel?: string][];
  stage?: string;
  score?: { probability: number; band: string };
}

/** "in", "out" and "?", which has no direction, are messages; the others belong to no conversation. */
const touches = {
  in: { direction: "INBOUND", type: "EMAIL" },
  out: { direction: "OUTBOUND", type: "EMAIL" },
  "?": { direction: null, type: "EMAIL" },
  "form in": { direction: "INBOUND", type: "FORM_SUBMISSION" },
  "visit in": { direction: "INBOUND", type: "WEBSITE_VISIT" },
  "call in": { direction: "INBOUND", type: "PHONE_CALL" },
  "missed call in": { direction: "INBOUND", type: "PHONE_CALL", outcome: "Missed" },
  "call out": { direction: "OUTBOUND", type: "PHONE_CALL" },
  meeting: { direction: null, type: "MEETING" },
} as const;
type TestTouch = keyof typeof touches;
const messages: ReadonlySet<TestTouch> = new Set(["in", "out", "?"]);

/** Stores contacts with all that belongs to them; moments are ISO 8601. */
export async function addRecords(us: Principal, contacts: readonly TestContact[]): Promise<void> {
  for (const contact of contacts) await addContact(us.tenant.id, contact);
}

function addContact(tenant: string, contact: TestContact): Promise<void> {
  const [id, company, conversation] = [randomUUID(), randomUUID(), randomUUID()];
  return testDatabase().withTenant(tenant, async (tx) => {
    await tx.query(
      "insert into companies (tenant_id, id, name, industry, employees) values ($1, $2::uuid, $2::uuid::text, $3, $4)",
      [tenant, company, contact.industry ?? null, contact.employees ?? null],
    );
    await tx.query(
      `insert into contacts (tenant_id, id, external_id, company_id, source, metadata, assigned_to, status, created_at)
        values ($1, $2::uuid, $2::uuid::text, $3, $4, case when $5::text is null then '{}' else jsonb_build_object('campaignId', $5::text) end, $6, $7, $8)`,
      [
        ...[
          tenant,
          id,
          company,
          contact.source ?? null,
          contact.campaign ?? null,
          contact.assignedTo ?? null,
        ],
        ...[contact.status ?? "LEAD", contact.created],
      ],
    );
    await tx.query("insert into conversations (tenant_id, id, contact_id, stage) values ($1, $2, $3, $4)", [
      tenant,
      conversation,
      id,
      contact.stage ?? null,
    ]);
    for (const { result, at, recorded = at ?? contact.created } of contact.outcomes ?? [])
      await tx.query(
        `insert into outcomes (tenant_id, contact_id, result, occurred_at, recorded_at, source, idempotency_key)
          values ($1, $2, $3, $4, $5, 't', $6)`,
        [tenant, id, result, at, recorded, randomUUID()],
      );
    for (const [at, what, channel = "EMAIL"] of contact.touches ?? []) {
      const { direction, type, ...more } = touches[what];
      const outcome = "outcome" in more ? more.outcome : null;
      await tx.query(
        `insert into interactions (tenant_id, id, external_id, contact_id, conversation_id, direction, channel, type, outcome, content_hash, occurred_at)
          values ($1, $2::uuid, $2::uuid::text, $3, $4, $5, $6, $7, $8, '', $9)`,
        [
          tenant,
          randomUUID(),
          id,
          messages.has(what) ? conversation : null,
          direction,
          channel,
          type,
          outcome,
          at,
        ],
      );
    }
    if (contact.score)
      await tx.query(
        `insert into lead_scores (tenant_id, contact_id, engine, probability, low, high, band, confidence, factors, as_of, contact_version)
          values ($1, $2, 'local', $3, 0, 1, $4, 1, '[]', now(), now())`,
        [tenant, id, contact.score.probability, contact.score.band],
      );
  });
}
