import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** A thread that may be known already. */
export interface ThreadToFind {
  /** External ids of its mails, and of those that they refer to. */
  mails: readonly string[];
  tokens: readonly string[];
  /** Of an answer that names no other mail; undefined where that must not count. */
  answer: { contact: string; subjectBase: string; at: string; windowDays: number } | undefined;
}

/** A stored conversation. */
export interface KnownThread {
  externalId: string;
}

/**
 * Finds the stored conversations of threads: by the mails that they share, then by our reply token, and for an answer that
 * names no mail by its contact, subject and time. In the order given; undefined for a new thread.
 */
export async function findEmailThreads(
  tx: Transaction,
  principal: Principal,
  threads: readonly ThreadToFind[],
): Promise<(KnownThread | undefined)[]> {
  const byMail = await findByMail(tx, principal, [...new Set(threads.flatMap(({ mails }) => mails))]);
  const byToken = await findByToken(tx, principal, [...new Set(threads.flatMap(({ tokens }) => tokens))]);
  const found: (KnownThread | undefined)[] = [];
  for (const { mails, tokens, answer } of threads) {
    const known = first(mails, byMail) ?? first(tokens, byToken);
    const last = known === undefined && answer ? await findBySubject(tx, principal, answer) : undefined;
    const externalId = known ?? last;
    found.push(externalId === undefined ? undefined : { externalId });
  }
  return found;
}

function first(keys: readonly string[], found: ReadonlyMap<string, string>): string | undefined {
  const key = keys.find((each) => found.has(each));
  return key === undefined ? undefined : found.get(key);
}

async function findByMail(
  tx: Transaction,
  principal: Principal,
  mails: readonly string[],
): Promise<Map<string, string>> {
  if (mails.length === 0) return new Map();
  const { rows } = await tx.query<{ mail: string; conversation: string }>(
    `select i.external_id as mail, c.external_id as conversation from interactions i
        join conversations c on c.tenant_id = $1 and c.id = i.conversation_id
        where i.tenant_id = $1 and i.external_id = any($2::text[]) and c.external_id is not null
      union all
      select external_id, external_id from conversations where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, mails],
  );
  return new Map(rows.map(({ mail, conversation }) => [mail, conversation]));
}

async function findByToken(
  tx: Transaction,
  principal: Principal,
  tokens: readonly string[],
): Promise<Map<string, string>> {
  if (tokens.length === 0) return new Map();
  const { rows } = await tx.query<{ token: string; conversation: string }>(
    `select metadata ->> 'replyToken' as token, external_id as conversation from conversations
      where tenant_id = $1 and metadata ->> 'replyToken' = any($2::text[]) and external_id is not null`,
    [principal.tenant.id, tokens],
  );
  return new Map(rows.map(({ token, conversation }) => [token, conversation]));
}

async function findBySubject(
  tx: Transaction,
  principal: Principal,
  { contact, subjectBase, at, windowDays }: NonNullable<ThreadToFind["answer"]>,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ conversation: string }>(
    `select v.external_id as conversation from contacts c
      join conversations v on v.tenant_id = $1 and v.contact_id = c.id
      where c.tenant_id = $1 and lower(c.email) = lower($2) and v.metadata ->> 'subjectBase' = $3
        and v.external_id is not null and v.last_message_at <= $4::timestamptz
        and v.last_message_at >= $4::timestamptz - make_interval(days => $5)
      order by v.last_message_at desc limit 1`,
    [principal.tenant.id, contact, subjectBase, at, windowDays],
  );
  return rows[0]?.conversation;
}
