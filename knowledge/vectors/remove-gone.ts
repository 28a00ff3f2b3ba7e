import type { Principal } from "#core/principal.ts";
import type { SpaceParts } from "./space-parts.ts";
import type { SpaceRow } from "./space-rows.ts";

const removedAtOnce = 1_000;

/** Removes vectors of deleted passages from a store outside the database, in every space that the tenant has there. */
export async function removeGone({ db, store }: SpaceParts, principal: Principal): Promise<void> {
  if (store.kind === "pgvector") return;
  const tenantId = principal.tenant.id;
  for (;;) {
    const { spaces, nos } = await db.readTenant(tenantId, async (tx) => {
      const spaces = await tx.query<Pick<SpaceRow, "embedder" | "dimensions">>(
        "select embedder, dimensions from vector_spaces where tenant_id = $1 and store = $2",
        [tenantId, store.name],
      );
      const gone = await tx.query<{ no: number }>(
        "select no from vector_removals where tenant_id = $1 order by no limit $2",
        [tenantId, removedAtOnce],
      );
      return { spaces: spaces.rows, nos: gone.rows.map(({ no }) => no) };
    });
    if (nos.length === 0) return;
    for (const space of spaces) await store.remove({ tenantId, ...space }, nos);
    await db.withTenant(
      tenantId,
      (tx) =>
        tx.query("delete from vector_removals where tenant_id = $1 and no = any($2::int[])", [tenantId, nos]),
      { idempotent: true },
    );
  }
}
