import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

export interface AuditQuery {
  since: Date;
  actor?: string | undefined;
  /** Entries at most. */
  limit: number;
  /** Only those before the entry of this number. */
  before?: number | undefined;
}

export interface AuditRow {
  /** Entries' numbers rise; some are left out. */
  seq: number;
  at: Date;
  actor: string;
  actorKind: string;
  action: string;
  target: string | null;
  outcome: string;
  fromAddress: string | null;
  requestId: string | null;
}

/** A workspace's audit log, newest first. */
export async function readAudit(
  tx: Transaction,
  { tenant }: Principal,
  { since, actor, limit, before }: AuditQuery,
): Promise<AuditRow[]> {
  const { rows } = await tx.query<AuditRow>(
    `select seq, at, actor, actor_kind as "actorKind", action, target, outcome, from_address as "fromAddress", request_id as "requestId"
     from audit_log where tenant_id = $1 and at >= $2 and ($3::text is null or actor = $3) and ($5::bigint is null or seq < $5)
     order by seq desc limit $4`,
    [tenant.id, since, actor ?? null, limit, before ?? null],
  );
  return rows;
}
