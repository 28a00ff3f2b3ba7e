import type { Interaction } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { getInteractions } from "../../crm/timeline.ts";
import type { Transaction } from "../../db/database.ts";

/** Which of several messages of the same id is meant; what is undefined does not say. */
export interface Among {
  contactId: string | undefined;
  conversationId: string | undefined;
  /** None but those of contacts assigned to this user: others are not even told of. */
  assignedTo: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mostShown = 5;
const longestShown = 60;

/**
 * Finds a message by Rapport's id, by the id that its file gave, or by the Message-ID of a mail, with angle brackets or without.
 * @throws AppError NOT_FOUND for an id that is not known, AMBIGUOUS for one that several messages have
 */
export async function findByMessageId(
  tx: Transaction,
  principal: Principal,
  { id, among }: { id: string; among: Among },
): Promise<Interaction> {
  const named = id.trim();
  const found =
    (await byKnownId(tx, principal, named)) ?? (await byIdInFile(tx, principal, { ...among, id: named }));
  const messages = await getInteractions(tx, principal, found);
  const fitting = messages.filter(
    ({ contactId, conversationId }) =>
      contactId === (among.contactId ?? contactId) &&
      conversationId === (among.conversationId ?? conversationId),
  );
  const [message, ...others] = fitting.length > 0 ? fitting : messages;
  const shown = JSON.stringify(named.length > longestShown ? `${named.slice(0, longestShown)}…` : named);
  if (!message) {
    throw new AppError(
      "NOT_FOUND",
      `No message ${shown} in workspace ${principal.tenant.name}. Give the message_id of find_threads or get_conversation, the id in the file that was imported, or the Message-ID of a mail.`,
    );
  }
  if (others.length > 0) throw ambiguous(shown, [message, ...others]);
  return message;
}

/** By what the database knows a message by; each of these is one message's only. Undefined: none. */
async function byKnownId(tx: Transaction, principal: Principal, id: string): Promise<string[] | undefined> {
  const messageId = /^<(.+)>$/.exec(id)?.[1] ?? id;
  const { rows } = await tx.query<{ id: string }>(
    `select id from interactions where tenant_id = $1 and id = $2::uuid
      union all select id from interactions where tenant_id = $1 and external_id = any($3::text[])`,
    [principal.tenant.id, uuid.test(id) ? id : null, [id, `email:${messageId}`, `id:${id}`]],
  );
  return rows.length > 0 ? rows.map((row) => row.id) : undefined;
}

/** A message of a file of conversations is known by its conversation's id and its own (`message:["conversation","id"]`). */
async function byIdInFile(
  tx: Transaction,
  principal: Principal,
  { id, assignedTo }: { id: string } & Pick<Among, "assignedTo">,
): Promise<string[]> {
  const endings = [`,${JSON.stringify(id)}]`, ...(/^\d{1,9}$/.test(id) ? [`,${Number(id)}]`] : [])];
  const { rows } = await tx.query<{ id: string }>(
    `select i.id from interactions i, unnest($2::text[]) as ending
      where i.tenant_id = $1 and starts_with(i.external_id, 'message:') and right(i.external_id, length(ending)) = ending
        and ($3::text is null or exists (select from contacts c where c.tenant_id = $1 and c.id = i.contact_id and c.assigned_to = $3))
      order by i.occurred_at desc, i.id limit 1000`,
    [principal.tenant.id, endings, assignedTo ?? null],
  );
  return rows.map((row) => row.id);
}

function ambiguous(shown: string, messages: readonly Interaction[]): AppError {
  const ids = messages.slice(0, mostShown).map(({ id, occurredAt }) => `${id} (${occurredAt.toISOString()})`);
  const more = messages.length > mostShown ? ` and ${messages.length - mostShown} more` : "";
  return new AppError(
    "AMBIGUOUS",
    `${messages.length} messages have the id ${shown} in the files that were imported: ${ids.join(", ")}${more}. Give one of these ids, or the conversation_id as well.`,
  );
}
