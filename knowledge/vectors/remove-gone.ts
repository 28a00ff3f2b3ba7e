import type { Principal } from "#core/principal.ts";
import type { SpaceParts } from "./space-parts.ts";
import type { SpaceRow } from "./space-rows.ts";

const removedAtOnce = 1_000;

/**
 * Removes vectors of deleted passages from a store outside the database, in every space that the tenant has there. While it
 * has one in yet another index, what is gone is remembered: that index may serve again, and has not been told.
 * @throws AppError CANCELLED, or of the store
 */
export async function removeGone(
  { db, store }: SpaceParts,
  principal: Principal,
  signal?: AbortSignal,
): Promise<void> {
  if (store.kind === "pgvector") return;
  const tenantId = principal.tenant.id;
  for (let from = 0; ; ) {
    const { spaces, nos } = await db.readTenant(tenantId, async (tx) => {
      const spaces = await tx.query<Pick<SpaceRow, "embedder" | "dimensions">>(
        "select embedder, dimensions from vector_spaces where tenant_id = $1 and store = $2",
        [tenantId, store.name],
      );
      const gone = await tx.query<{ no: number }>(
        "select no from vector_removals where tenant_id = $1 and no >= $3 order by no limit $2",
        [tenantId, removedAtOnce, from],
      );
      return { spaces: spaces.rows, nos: gone.rows.map(({ no }) => no) };
    });
    const last = nos.at(-1);
    if (last === undefined) return;
    from = last + 1;
    for (const space of spaces) await store.remove({ tenantId, ...space }, nos, signal);
    await db.withTenant(
      tenantId,
      (tx) =>
        tx.query(
          `delete from vector_removals where tenant_id = $1 and no = any($2::int[]) and not exists (
            select from vector_spaces where tenant_id = $1 and store not in ('pgvector', $3))`,
          [tenantId, nos, store.name],
        ),
      { idempotent: true },
    );
  }
}
