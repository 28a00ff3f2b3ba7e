import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import { loadSettings } from "../settings/stored-settings.ts";
import { listOutbox, type OutboxRow } from "./outbox-row.ts";
import type { Transport } from "./transport.ts";

/** What became of the replies that were due. */
export interface HandedOn {
  handedOn: OutboxRow[];
  failed: { row: OutboxRow; error: string }[];
}

export interface HandOnOptions {
  now: Date;
  /** Also those that were handed on before. */
  again?: boolean;
  signal?: AbortSignal;
}

/** Tries before a reply counts as failed; a failed one is tried again only with `again`. */
const mostAttempts = 5;

/**
 * Hands the replies that are due to a transport, each at least once: it is noted after the transport has said yes, so one that was handed
 * over just before the process ended is handed over again, with the same Message-ID.
 * @throws AppError FORBIDDEN in a sandbox, which nothing leaves.
 */
export async function handOn(
  db: Database,
  principal: Principal,
  transport: Transport,
  { now, again = false, signal }: HandOnOptions,
): Promise<HandedOn> {
  const tenant = principal.tenant.id;
  const { due, from } = await db.readTenant(tenant, async (tx) => {
    await refuseSandbox(tx, principal);
    return {
      due: await listOutbox(tx, principal, { due: now, ...(again ? {} : { statuses: ["waiting"] }) }),
      from: (await loadSettings(tx, principal)).workspace.from_address,
    };
  });
  const result: HandedOn = { handedOn: [], failed: [] };
  for (const row of due.toReversed()) {
    signal?.throwIfAborted();
    const recipients = { ...row.recipients, from: row.recipients.from ?? from };
    const answer =
      recipients.from === null
        ? { handedOn: false as const, error: noSender }
        : await transport.hand({ ...row, recipients, date: row.createdAt });
    const error = answer.handedOn ? null : answer.error.slice(0, 500);
    await db.withTenant(
      tenant,
      (tx) =>
        tx.query(
          `update outbox set attempts = attempts + 1, last_error = $3,
            status = case when $3::text is null then 'handed_on' when attempts + 1 >= ${mostAttempts} then 'failed' else status end,
            handed_on_at = case when $3::text is null then now() else handed_on_at end
          where tenant_id = $1 and id = $2`,
          [tenant, row.id, error],
        ),
      { idempotent: true },
    );
    if (error === null) result.handedOn.push(row);
    else result.failed.push({ row, error });
  }
  return result;
}

async function refuseSandbox(tx: Transaction, { tenant }: Principal): Promise<void> {
  const { rows } = await tx.query("select from tenants where id = $1 and is_sandbox", [tenant.id]);
  if (rows.length === 0) return;
  throw new AppError("FORBIDDEN", `The workspace ${tenant.name} is a sandbox: nothing is sent from it.`);
}

const noSender =
  "it is not known from which address of the team it leaves: set one with `rapport drafting-settings --from sales@acme.example`";
