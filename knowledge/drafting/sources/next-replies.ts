import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** The team's answer to a message that was found. */
export interface NextReply {
  /** Of the passage that was found. */
  no: number;
  text: string;
  speaker: string | null;
  at: Date;
}

const longest = 2_000;

/** What the team wrote next, in the same conversation, after each of the messages whose passages are named. */
export async function nextReplies(
  tx: Transaction,
  principal: Principal,
  nos: readonly number[],
): Promise<NextReply[]> {
  if (nos.length === 0) return [];
  const { rows } = await tx.query<{ no: number; text: string; speaker: string | null; at: Date }>(
    `select a.no, left(r.text, ${longest}) as text, r.speaker, r.occurred_at as at
      from passages a cross join lateral (
        select p.text, p.speaker, p.occurred_at, p.direction from passages p
        where p.tenant_id = $1 and p.conversation_id = a.conversation_id and p.occurred_at > a.occurred_at and p.part = 0
        order by p.occurred_at limit 1) r
      where a.tenant_id = $1 and a.no = any($2::int[]) and r.direction = 'OUTBOUND'`,
    [principal.tenant.id, nos],
  );
  return rows;
}
