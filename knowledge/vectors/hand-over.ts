import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { pgvectorStore } from "./pgvector-store.ts";
import { lockSpaces, type SpaceRow } from "./space-rows.ts";
import type { VectorSpace, VectorStore } from "./vector-store.ts";

interface Successor {
  db: Database;
  principal: Principal;
  store: VectorStore;
  space: VectorSpace;
}

/**
 * Lets a filled space serve from now on, then gives up the tenant's others. Those are first marked as empty, so that a
 * failure on the way leaves nothing that looks filled and is not.
 */
export async function handOver(successor: Successor): Promise<void> {
  const { db, principal } = successor;
  const others = await db.withTenant(principal.tenant.id, (tx) => takeOver(tx, successor), {
    idempotent: true,
  });
  for (const other of others) {
    await drop(successor, other);
    await db.withTenant(principal.tenant.id, (tx) => forget(tx, principal, other), { idempotent: true });
  }
}

/** Lets a filled space serve from now on unless the tenant has others, which would have to be given up first. */
export async function serveAlone(successor: Successor): Promise<void> {
  const { db, principal } = successor;
  await db.withTenant(
    principal.tenant.id,
    async (tx) => {
      const spaces = await lockSpaces(tx, principal);
      if (spaces.length === 1) await takeOver(tx, successor);
    },
    { idempotent: true },
  );
}

async function takeOver(tx: Transaction, { principal, store, space }: Successor): Promise<SpaceRow[]> {
  const spaces = await lockSpaces(tx, principal);
  const own = (row: SpaceRow) => row.embedder === space.embedder && row.store === store.name;
  if (!spaces.some(own)) return [];
  // Numbers given away and deleted again count as done; both are seen as of one moment.
  await tx.query(
    `update vector_spaces s set serving_since = coalesce(serving_since, now()), embedded_through = case
        when exists (select from passages p where p.tenant_id = $1 and p.no >= s.embedded_through) then s.embedded_through
        else greatest(s.embedded_through, (select next_no from passage_statistics where tenant_id = $1)) end
      where tenant_id = $1 and embedder = $2 and store = $3`,
    [principal.tenant.id, space.embedder, store.name],
  );
  await tx.query(
    `update vector_spaces set serving_since = null, embedded_through = 0
      where tenant_id = $1 and not (embedder = $2 and store = $3)`,
    [principal.tenant.id, space.embedder, store.name],
  );
  return spaces.filter((row) => !own(row));
}

async function drop(
  { db, store, space }: Successor,
  { embedder, dimensions, ...row }: SpaceRow,
): Promise<void> {
  const old = { tenantId: space.tenantId, embedder, dimensions };
  if (row.store === store.name) return store.drop(old);
  if (row.store === "pgvector") return pgvectorStore(db).drop(old);
  log.warn(
    { space: `${old.tenantId}:${embedder}`, store: row.store },
    "vectors are no longer used and stay where this process has no key: delete the namespace there",
  );
}

async function forget(tx: Transaction, principal: Principal, { embedder, store }: SpaceRow): Promise<void> {
  await tx.query(
    `delete from vector_spaces
      where tenant_id = $1 and embedder = $2 and store = $3 and serving_since is null and embedded_through = 0`,
    [principal.tenant.id, embedder, store],
  );
  await tx.query(
    `delete from vector_removals where tenant_id = $1
      and not exists (select from vector_spaces where tenant_id = $1 and store <> 'pgvector')`,
    [principal.tenant.id],
  );
}
