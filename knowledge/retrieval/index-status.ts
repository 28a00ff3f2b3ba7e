import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";

/** What of a workspace can be searched. */
export interface IndexStatus {
  /** Messages, calls, notes and articles, long ones in several parts. */
  passages: number;
  /** Conversations, single interactions and articles that wait to be made searchable. */
  pending: number;
  /** The spaces of vectors there are; `embedded` passages at most have one. */
  spaces: { embedder: string; store: string; serving: boolean; embedded: number }[];
}

/** Says how much of a workspace is searchable. */
export function indexStatus(db: Database, principal: Principal): Promise<IndexStatus> {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ passages: number; pending: number }>(
      `select (select count(*)::int from passages where tenant_id = $1) as passages,
        (select count(*)::int from passage_queue where tenant_id = $1) as pending`,
      [principal.tenant.id],
    );
    const { rows: spaces } = await tx.query<IndexStatus["spaces"][number]>(
      `select s.embedder, s.store, s.serving_since is not null as serving,
          (select count(*)::int from passages p where p.tenant_id = $1 and p.no < s.embedded_through) as embedded
        from vector_spaces s where s.tenant_id = $1 order by s.created_at, s.embedder`,
      [principal.tenant.id],
    );
    return { passages: rows[0]?.passages ?? 0, pending: rows[0]?.pending ?? 0, spaces };
  });
}

/**
 * Whether texts wait to be made searchable, passages for their vectors, or vectors of what is gone to be removed from a
 * store outside the database; costs next to nothing. While the tenant has a space in yet another such store, removals are
 * kept after they were done, and do not count.
 * @param space the embedder's id, null when nothing is embedded, and the store's name.
 */
export function hasPending(
  db: Database,
  principal: Principal,
  space: { embedder: string | null; store: string },
): Promise<boolean> {
  return db.readTenant(principal.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ pending: boolean }>(
      `select exists (select from passage_queue where tenant_id = $1)
        or ($2::text is not null and exists (select from passages p where p.tenant_id = $1 and p.no >= coalesce(
          (select s.embedded_through from vector_spaces s where s.tenant_id = $1 and s.embedder = $2 and s.store = $3), 0)))
        or ($3 <> 'pgvector' and exists (select from vector_removals where tenant_id = $1)
          and not exists (select from vector_spaces where tenant_id = $1 and store not in ('pgvector', $3))) as pending`,
      [principal.tenant.id, space.embedder, space.store],
    );
    return rows[0]?.pending === true;
  });
}
