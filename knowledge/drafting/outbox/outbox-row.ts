import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { OutgoingMessage } from "./transport.ts";

/** A reply in the outbox. */
export interface OutboxRow extends Omit<OutgoingMessage, "date"> {
  id: string;
  contactName: string;
  automatic: boolean;
  status: "waiting" | "handed_on" | "failed";
  attempts: number;
  lastError: string | null;
  sendAfter: Date;
  createdAt: Date;
  handedOnAt: Date | null;
}

const mostShown = 200;

/** Which replies of the outbox; newest first, 200 at most. */
export interface OutboxQuery {
  /** All by default. */
  statuses?: readonly OutboxRow["status"][];
  /** Only those that may leave by this moment. */
  due?: Date;
  /** Only with contacts assigned to this user. */
  assignedTo?: string | undefined;
}

/** Lists replies that were approved. */
export async function listOutbox(
  tx: Transaction,
  principal: Principal,
  { statuses, due, assignedTo }: OutboxQuery = {},
): Promise<OutboxRow[]> {
  const { rows } = await tx.query<OutboxRow>(
    `select ${columns} from outbox o join contacts c on c.tenant_id = $1 and c.id = o.contact_id
      where o.tenant_id = $1 and ($2::text[] is null or o.status = any($2)) and ($3::timestamptz is null or o.send_after <= $3)
        and ($4::text is null or c.assigned_to = $4)
      order by o.created_at desc, o.id limit ${mostShown}`,
    [principal.tenant.id, statuses ?? null, due ?? null, assignedTo ?? null],
  );
  return rows;
}

const columns = `o.id, o.message_id as "messageId", o.recipients, o.subject, o.body, o.headers, o.is_automatic as automatic, o.status, o.attempts,
  o.last_error as "lastError", o.send_after as "sendAfter", o.created_at as "createdAt", o.handed_on_at as "handedOnAt",
  coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as "contactName"`;
