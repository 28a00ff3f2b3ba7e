import type { PassageKind } from "#core/domain/passage.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { StoredVector } from "./vector-store.ts";

/** A passage that is to be embedded. */
export interface PendingPassage extends Omit<StoredVector, "vector"> {
  /** Title and words. */
  content: string;
}

/** The next passages from a number on, in order. */
export async function pendingPassages(
  tx: Transaction,
  principal: Principal,
  { from, limit }: { from: number; limit: number },
): Promise<PendingPassage[]> {
  const { rows } = await tx.query<Omit<PendingPassage, "at" | "kind"> & { kind: PassageKind; at: Date }>(
    `select no, kind, contact_id as "contactId", conversation_id as "conversationId", channel, occurred_at as at,
        concat_ws(E'\\n', title, text) as content
      from passages where tenant_id = $1 and no >= $2 order by no limit $3`,
    [principal.tenant.id, from, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Passages from a number on. */
export async function countPassages(tx: Transaction, principal: Principal, from: number): Promise<number> {
  const { rows } = await tx.query<{ passages: number }>(
    "select count(*)::int as passages from passages where tenant_id = $1 and no >= $2",
    [principal.tenant.id, from],
  );
  return rows[0]?.passages ?? 0;
}

/** Those of some numbers whose passages are gone. */
export async function goneAmong(
  tx: Transaction,
  principal: Principal,
  nos: readonly number[],
): Promise<number[]> {
  const { rows } = await tx.query<{ no: number }>(
    `select v.no from unnest($2::int[]) as v (no)
      where not exists (select from passages p where p.tenant_id = $1 and p.no = v.no)`,
    [principal.tenant.id, nos],
  );
  return rows.map(({ no }) => no);
}
