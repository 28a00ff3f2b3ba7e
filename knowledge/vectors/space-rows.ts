import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** A tenant's space as vector_spaces has it. */
export interface SpaceRow {
  embedder: string;
  store: string;
  dimensions: number;
  /** Passages below this number have their vectors. */
  embeddedThrough: number;
  serving: boolean;
}

const columns =
  'embedder, store, dimensions, embedded_through as "embeddedThrough", serving_since is not null as serving';

/** The space that searches use; undefined while none is filled. */
export async function servingSpace(tx: Transaction, { tenant }: Principal): Promise<SpaceRow | undefined> {
  const { rows } = await tx.query<SpaceRow>(
    `select ${columns} from vector_spaces where tenant_id = $1 and serving_since is not null
      order by serving_since desc limit 1`,
    [tenant.id],
  );
  return rows[0];
}

/** All spaces of a tenant, locked until the transaction ends. */
export async function lockSpaces(tx: Transaction, principal: Principal): Promise<SpaceRow[]> {
  const { rows } = await tx.query<SpaceRow>(
    `select ${columns} from vector_spaces where tenant_id = $1 order by embedder, store for update`,
    [principal.tenant.id],
  );
  return rows;
}

/** Makes the row of a space unless it is there, and returns it. */
export async function openSpaceRow(
  tx: Transaction,
  principal: Principal,
  space: Pick<SpaceRow, "embedder" | "store" | "dimensions">,
): Promise<SpaceRow> {
  const key = [principal.tenant.id, space.embedder, space.store];
  await tx.query(
    `insert into vector_spaces (tenant_id, embedder, store, dimensions) values ($1, $2, $3, $4)
      on conflict (tenant_id, embedder, store) do nothing`,
    [...key, space.dimensions],
  );
  const { rows } = await tx.query<SpaceRow>(
    `select ${columns} from vector_spaces where tenant_id = $1 and embedder = $2 and store = $3`,
    key,
  );
  return rows[0] ?? { ...space, embeddedThrough: 0, serving: false };
}
