import type { Principal } from "#core/principal.ts";
import { newIds } from "../crm/new-ids.ts";
import type { Transaction } from "../db/database.ts";
import { type ArticleDraft, articleHash } from "./article.ts";

/** What became of a batch of articles. */
export interface SavedArticles {
  imported: number;
  updated: number;
  unchanged: number;
}

/**
 * Stores articles, each once by its external id, and writes only what is new or differs; doing it twice changes nothing.
 * Of articles that share an id the last counts. A dry run compares and writes nothing.
 */
export async function saveArticles(
  tx: Transaction,
  principal: Principal,
  { articles, dryRun = false }: { articles: readonly ArticleDraft[]; dryRun?: boolean },
): Promise<SavedArticles> {
  const latest = new Map(
    articles.map((article) => [article.externalId, { article, hash: articleHash(article) }]),
  );
  const stored = await storedHashes(tx, principal, [...latest.keys()]);
  const changed = [...latest.values()].filter(({ article, hash }) => stored.get(article.externalId) !== hash);
  const imported = changed.filter(({ article }) => !stored.has(article.externalId)).length;
  if (!dryRun && changed.length > 0) await write(tx, principal, changed);
  return { imported, updated: changed.length - imported, unchanged: articles.length - changed.length };
}

/** Deletes articles by their external ids, with their passages; returns how many there were. */
export async function deleteArticles(
  tx: Transaction,
  principal: Principal,
  externalIds: readonly string[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from articles where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, externalIds],
  );
  return rowCount;
}

async function storedHashes(
  tx: Transaction,
  principal: Principal,
  ids: string[],
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ external_id: string; content_hash: string }>(
    `select external_id, content_hash from articles where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map((row) => [row.external_id, row.content_hash]));
}

async function write(
  tx: Transaction,
  principal: Principal,
  changed: readonly { article: ArticleDraft; hash: string }[],
): Promise<void> {
  const ids = newIds(changed.length);
  const rows = changed.map(({ article, hash }, index) => ({
    id: ids[index],
    external_id: article.externalId,
    title: article.title,
    text: article.text,
    metadata: article.metadata,
    content_hash: hash,
  }));
  await tx.query(
    `insert into articles (tenant_id, id, external_id, title, text, metadata, content_hash)
      select $1, id, external_id, title, text, metadata, content_hash
        from json_to_recordset($2::json) as r(id uuid, external_id text, title text, text text, metadata jsonb, content_hash text)
      on conflict (tenant_id, external_id) do update set title = excluded.title, text = excluded.text,
        metadata = excluded.metadata, content_hash = excluded.content_hash, updated_at = now()`,
    [principal.tenant.id, JSON.stringify(rows)],
  );
}
