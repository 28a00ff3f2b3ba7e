import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { channel, direction, interactionType, usualChannel } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import { logInteraction as log } from "#knowledge/crm/log-interaction.ts";
import type { Database } from "#knowledge/db/database.ts";
import { contactId } from "./contact-id.ts";
import { defineTool } from "./define-tool.ts";
import { attachment, interactionShape, sentiment, toInteractionShape } from "./interaction-shape.ts";
import { moment } from "./moment-input.ts";

const shortText = z.string().trim().max(500);

const input = z.object({
  contactId,
  externalId: shortText.min(1).optional().describe("The id that another system knows it by: stored once."),
  type: interactionType,
  channel: channel.optional().describe("Default: the type's usual one."),
  direction: direction.optional().describe("INBOUND: from the contact. OUTBOUND: from us."),
  subject: z.string().max(1_000).optional(),
  content: z.string().max(50_000).optional(),
  duration: z.number().min(0).max(100_000).optional().describe("Minutes."),
  outcome: shortText.optional(),
  scheduledFollowUp: moment.optional(),
  attachments: z.array(attachment).max(50).optional(),
  sentiment: sentiment.optional(),
  tags: z.array(shortText.min(1)).max(50).optional(),
  createdAt: moment.optional().describe("When it happened. Default: now."),
  idempotencyKey: z.string().max(200).optional(),
});

/** Makes the verb that stores one interaction with a contact. */
export const logInteraction = (db: Database) =>
  defineTool({
    name: "log_interaction",
    title: "Log an interaction",
    description:
      "Stores a call, a meeting, a message or another touch with a contact, in the name of who sends it.",
    input,
    output: interactionShape,
    effect: "write",
    permission: "interactions:write",
    run: async ({ principal }, given) => {
      const {
        contactId: id,
        externalId,
        scheduledFollowUp,
        attachments,
        sentiment: felt,
        tags,
        ...rest
      } = given;
      const at = rest.createdAt === undefined ? new Date() : new Date(rest.createdAt);
      if (at.getTime() > Date.now() + clockSkewMs) throw inFuture();
      // Made here and not in the transaction, so that one tried again stores the same and not a second one.
      const own = `api:${keyed(principal.user, rest.idempotencyKey) ?? randomUUID()}`;
      const stored = await db.withTenant(principal.tenant.id, (tx) =>
        log(tx, principal, {
          contactId: id,
          externalId: externalId ?? own,
          at: at.toISOString(),
          type: rest.type,
          channel: rest.channel ?? usualChannel[rest.type],
          activity: null,
          direction: rest.direction ?? null,
          subject: rest.subject?.trim() || null,
          content: rest.content?.trim() || null,
          duration: rest.duration ?? null,
          userId: principal.user,
          outcome: rest.outcome || null,
          sender: null,
          metadata: { scheduledFollowUp, attachments, sentiment: felt, tags },
        }),
      );
      return toInteractionShape(stored);
    },
    toText: ({ type, createdAt }) => `Stored ${type} of ${createdAt}.`,
  });

const clockSkewMs = 60_000;

function inFuture(): AppError {
  const message = "lies in the future: make a follow-up of what is planned";
  return new AppError("VALIDATION_FAILED", `createdAt ${message}.`, {
    details: [{ field: "createdAt", message }],
  });
}

/** The same request has the same id, even where the answer to the first one was lost. */
function keyed(user: string, key: string | undefined): string | undefined {
  return (
    key &&
    createHash("sha256")
      .update(JSON.stringify([user, key]))
      .digest("hex")
  );
}
