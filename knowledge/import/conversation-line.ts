import { z } from "zod";
import { outcomeResult } from "#core/domain/outcome.ts";
import type { ConversationDraft } from "../crm/save-conversations.ts";
import { parseMoment } from "./date-cells.ts";
import { directionOf, kindOf } from "./interaction-labels.ts";
import { rowHash } from "./row-hash.ts";

const textLimit = 1024 * 1024;

const text = z.string().max(textLimit, "is longer than 1 MB");
const name = z.union([
  z.string().trim().min(1, "is blank").max(1_000, "is longer than 1,000 characters"),
  z.number().transform(String),
]);
const moment = z.union([z.string(), z.number().transform(String)]).transform((value, context) => {
  const at = parseMoment(value.trim());
  if (at) return at.toISOString();
  context.addIssue(`is no date: ${JSON.stringify(value.slice(0, 40))}. Write 2024-05-31T14:05:00Z`);
  return z.NEVER;
});
const directionWord = z.string().transform((value, context) => {
  const direction = directionOf(value);
  if (direction) return direction;
  context.addIssue(
    `is ${JSON.stringify(value.slice(0, 40))}. Write "inbound" (from the contact) or "outbound"`,
  );
  return z.NEVER;
});
const result = z.string().trim().toLowerCase().pipe(outcomeResult);

const message = z.object({
  id: name.nullish(),
  from: text.nullish(),
  direction: directionWord.nullish(),
  at: moment,
  text: text.nullish(),
});

/** One line of a file of conversations. */
export const conversationLine = z.object({
  id: name,
  /** The contact's email, or the id that it was imported with. */
  contact: name,
  channel: z.string().max(200).nullish(),
  subject: text.nullish(),
  messages: z.array(message).min(1, "holds no message").max(100_000),
  outcome: z
    .union([
      result.transform((value) => ({ result: value, at: null })),
      z.object({ result, at: moment.nullish() }),
    ])
    .nullish(),
});

/**
 * Checks one line and makes it ready to be stored; a text says what is wrong and where ("messages[2].at is no date …").
 * @param idPrefix put before the conversation's id.
 * @param contactPrefix put before the contact's id, as it was when the contacts were imported.
 */
export function readConversation(
  value: unknown,
  { line, idPrefix, contactPrefix }: { line: number; idPrefix: string; contactPrefix: string },
): ConversationDraft | string {
  const parsed = conversationLine.safeParse(value);
  if (!parsed.success) return describe(parsed.error);
  const { id, contact, channel, subject, messages, outcome } = parsed.data;
  const ids = messages.flatMap((m) => m.id ?? []);
  const repeated =
    new Set(ids).size < ids.length ? ids.find((id, index) => ids.indexOf(id) < index) : undefined;
  if (repeated !== undefined)
    return `messages: the id ${JSON.stringify(repeated)} stands twice in the conversation.`;
  const kind = kindOf(channel ?? "");
  const hash = rowHash("conversation", [JSON.stringify([parsed.data, contactPrefix])]);
  const externalId = idPrefix + id;
  return {
    line,
    externalId,
    shownId: id,
    contact,
    contactPrefix,
    hash,
    at: messages.map(({ at }) => at).reduce((a, b) => (a < b ? a : b)),
    channel: kind.channel,
    subject: subject ?? null,
    metadata: channel && !kind.channel ? { channel } : {},
    outcome: outcome ? { result: outcome.result, at: outcome.at ?? null } : undefined,
    messages: messages.map((m, index) => ({
      // A place is a number and an id is a text: message 2 is not the message "2".
      externalId: `message:${JSON.stringify([externalId, m.id ?? index + 1])}`,
      hash: rowHash("message", [JSON.stringify([m, channel ?? null, id])]),
      at: m.at,
      type: kind.type,
      channel: kind.channel,
      activity: null,
      direction: m.direction ?? null,
      subject: null,
      content: m.text ?? null,
      duration: null,
      userId: null,
      outcome: null,
      sender: m.from ?? null,
      metadata: {},
    })),
  };
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "The line is no conversation.";
  const path = issue.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  const where = path.replace(/^\./, "") || "The line";
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  return `${where}: ${issue.message}${more}.`;
}
