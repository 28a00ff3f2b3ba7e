import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { mailRecord, type ThreadMail } from "./participants.ts";

/** Messages of a thread that are shown. */
export const mostMessages = 40;

/** A message of a thread as it is stored. */
export interface StoredMessage {
  id: string;
  direction: "INBOUND" | "OUTBOUND" | null;
  text: string;
  at: Date;
  sender: string | null;
  userId: string | null;
  subject: string | null;
  /** Null when it was no mail. */
  mail: ThreadMail | null;
}

interface Row extends Omit<StoredMessage, "mail"> {
  conversationSubject: string | null;
  conversationChannel: string | null;
  email: unknown;
}

export interface StoredThread {
  subject: string | null;
  channel: string | null;
  /** Oldest first. */
  messages: StoredMessage[];
}

/** The messages of a conversation up to one of them, the last 40 of those. */
export async function loadMessages(
  tx: Transaction,
  principal: Principal,
  { conversationId, upTo }: { conversationId: string; upTo: Date },
): Promise<StoredThread> {
  const { rows } = await tx.query<Row>(
    `select i.id, i.direction, coalesce(i.content, '') as text, i.occurred_at as at, i.sender, i.user_id as "userId", i.subject,
        v.subject as "conversationSubject", v.channel as "conversationChannel", i.metadata -> 'email' as email
      from interactions i join conversations v on v.tenant_id = $1 and v.id = i.conversation_id
      where i.tenant_id = $1 and i.conversation_id = $2 and i.occurred_at <= $3
      order by i.occurred_at desc, i.id desc limit ${mostMessages}`,
    [principal.tenant.id, conversationId, upTo],
  );
  const [first] = rows;
  return {
    subject: first?.conversationSubject ?? null,
    channel: first?.conversationChannel ?? null,
    messages: rows
      .toReversed()
      .map(({ email, conversationSubject: _s, conversationChannel: _c, ...message }) => {
        const mail = mailRecord.safeParse(email);
        return {
          ...message,
          mail: mail.success ? { outbound: message.direction === "OUTBOUND", mail: mail.data } : null,
        };
      }),
  };
}
