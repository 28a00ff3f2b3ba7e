import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import { type PhraseCounter, phraseCounter } from "../features/text/choose-phrases.ts";
import { readAtMost } from "../features/text/own-words.ts";

export interface PhraseQuery {
  /** Phrases of the serving model: a few are kept though others have become commoner. */
  keep?: ReadonlySet<string>;
  signal?: AbortSignal;
}

const pageSize = 1_000;
/** Leads enough to know what is common, in the order of their ids, which are drawn by chance. */
const leadsAtMost = 20_000;

/**
 * The words and pairs of words that a workspace's ended leads commonly write, as features to learn from; how they ended is
 * not looked at. No names of contacts, colleagues or senders are among them. Empty with few texts.
 */
export async function commonPhrases(
  db: Database,
  principal: Principal,
  { keep, signal }: PhraseQuery = {},
): Promise<ReadonlySet<string>> {
  const counter = phraseCounter();
  let after: string | null = null;
  for (let leads = 0; leads < leadsAtMost; leads += pageSize) {
    signal?.throwIfAborted();
    const last: string | null = await db.readTenant(principal.tenant.id, (tx) =>
      addPage(tx, principal, counter, after),
    );
    if (last === null) break;
    after = last;
  }
  if (after === null) return new Set();
  const names = await db.readTenant(principal.tenant.id, (tx) => namesOfPeople(tx, principal));
  return new Set(counter.choose(names, keep));
}

/** Counts one page of leads with texts; returns the last one's id, or null when there is none. */
async function addPage(
  tx: Transaction,
  principal: Principal,
  counter: PhraseCounter,
  after: string | null,
): Promise<string | null> {
  const { rows } = await tx.query<{ contact_id: string; texts: string[] }>(
    `select i.contact_id, array_agg(left(i.content, ${readAtMost})) as texts from interactions i
      where i.tenant_id = $1 and ($2::uuid is null or i.contact_id > $2) and i.direction = 'INBOUND' and i.content <> ''
        and (i.conversation_id is not null or i.type is null or i.type not in ('PHONE_CALL', 'MEETING'))
        and (select result from outcomes o where o.tenant_id = $1 and o.contact_id = i.contact_id order by seq desc limit 1) is not null
      group by i.contact_id order by i.contact_id limit ${pageSize}`,
    [principal.tenant.id, after],
  );
  for (const { texts } of rows) counter.add(texts);
  return rows.at(-1)?.contact_id ?? null;
}

async function namesOfPeople(tx: Transaction, principal: Principal): Promise<Set<string>> {
  const { rows } = await tx.query<{ name: string }>(
    `select distinct first_name as name from contacts where tenant_id = $1 and first_name is not null
      union select distinct last_name from contacts where tenant_id = $1 and last_name is not null
      union select distinct assigned_to from contacts where tenant_id = $1 and assigned_to is not null
      union select distinct user_id from interactions where tenant_id = $1 and user_id is not null
      union select distinct sender from interactions where tenant_id = $1 and sender is not null`,
    [principal.tenant.id],
  );
  return new Set(rows.flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}]+/u)));
}
