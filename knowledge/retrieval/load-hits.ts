import { displayName } from "#core/domain/contact.ts";
import { type PassageHit, passageKind } from "#core/domain/passage.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { Fused } from "./fuse.ts";

/** Reads the passages of one or more findings in one statement, each in its order; those deleted meanwhile are left out. */
export async function loadHits(
  tx: Transaction,
  principal: Principal,
  findings: readonly (readonly Fused[])[],
): Promise<PassageHit[][]> {
  const nos = [...new Set(findings.flatMap((found) => found.map(({ no }) => no)))];
  if (nos.length === 0) return findings.map(() => []);
  const { rows } = await tx.query<HitRow>(sql, [principal.tenant.id, nos]);
  const byNo = new Map(rows.map((row) => [row.no, row]));
  return findings.map((found) =>
    found.flatMap((fused) => {
      const row = byNo.get(fused.no);
      return row ? [toHit(row, fused)] : [];
    }),
  );
}

/** Subqueries instead of joins: planning four joins takes longer than reading ten rows. */
const sql = `select p.no, p.kind, p.interaction_id, p.conversation_id, p.article_id, p.contact_id,
    (select i.external_id from interactions i where i.tenant_id = $1 and i.id = p.interaction_id) as message_external_id,
    (select v.external_id from conversations v where v.tenant_id = $1 and v.id = p.conversation_id) as conversation_external_id,
    (select a.external_id from articles a where a.tenant_id = $1 and a.id = p.article_id) as article_external_id,
    (select jsonb_build_object('firstName', c.first_name, 'lastName', c.last_name, 'email', c.email, 'externalId', c.external_id, 'company', c.company)
      from contacts c where c.tenant_id = $1 and c.id = p.contact_id) as contact,
    p.part, p.speaker, p.direction, p.channel, p.title, p.text, p.occurred_at
  from passages p where p.tenant_id = $1 and p.no = any($2::int[])`;

interface HitRow {
  no: number;
  kind: string;
  interaction_id: string | null;
  message_external_id: string | null;
  conversation_id: string | null;
  conversation_external_id: string | null;
  article_id: string | null;
  article_external_id: string | null;
  contact_id: string | null;
  contact: (Parameters<typeof displayName>[0] & { company: string | null }) | null;
  part: number;
  speaker: string | null;
  direction: "INBOUND" | "OUTBOUND" | null;
  channel: string | null;
  title: string | null;
  text: string;
  occurred_at: Date;
}

function toHit(row: HitRow, { score, ranks }: Fused): PassageHit {
  return {
    no: row.no,
    kind: passageKind.parse(row.kind),
    messageId: row.interaction_id,
    messageExternalId: row.message_external_id,
    conversationId: row.conversation_id,
    conversationExternalId: row.conversation_external_id,
    articleId: row.article_id,
    articleExternalId: row.article_external_id,
    contactId: row.contact_id,
    contactName: row.contact && displayName(row.contact),
    company: row.contact?.company ?? null,
    part: row.part,
    speaker: row.speaker,
    direction: row.direction,
    channel: row.channel,
    title: row.title,
    text: row.text,
    at: row.occurred_at,
    score,
    ranks,
  };
}
