import { z } from "zod";
import { contactStatus } from "#core/domain/contact.ts";
import { channel, direction, interactionType } from "#core/domain/interaction.ts";
import { outcomeResult } from "#core/domain/outcome.ts";

const name = z.string().trim().max(500).nullable().optional();
const longText = z.string().max(100_000).nullable().optional();
const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1 && year <= 9_999;
  }, "is not within the years 1 to 9999")
  .transform((text) => new Date(text).toISOString());

const contactFields = {
  externalId: z.string().trim().min(1).max(500).optional(),
  email: z.string().trim().min(3).max(254).optional(),
  firstName: name,
  lastName: name,
  phone: name,
  company: name,
  position: name,
  source: name,
  assignedTo: z.string().trim().min(1).max(200).nullable().optional(),
  status: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .pipe(contactStatus)
    .optional(),
  customFields: z
    .record(
      z.string().trim().min(1).max(200),
      z.union([z.string().max(5_000), z.number(), z.boolean(), z.null()]),
    )
    .refine((fields) => Object.keys(fields).length <= 200, "takes 200 fields at most")
    .optional(),
};

const known = ({ externalId, email }: { externalId?: string | undefined; email?: string | undefined }) =>
  externalId !== undefined || email !== undefined;
const needsIdentity = "needs an externalId or an email";

/** A contact's fields; found by externalId, else by email, and made when there is none. */
const contact = z.strictObject(contactFields).refine(known, needsIdentity);

const interaction = z.strictObject({
  contact: z.union([z.strictObject({ id: z.uuid() }), contact]),
  /** The sender's id of it; by default that of the message. */
  externalId: z.string().trim().min(1).max(300).optional(),
  type: interactionType,
  channel: channel.optional(),
  direction: direction.optional(),
  activity: name,
  subject: name,
  content: longText,
  /** Minutes. */
  duration: z.number().min(0).max(100_000).nullable().optional(),
  userId: name,
  outcome: name,
  occurredAt: moment.optional(),
});

const formSubmission = z.strictObject({
  contact,
  form: z.string().trim().min(1).max(200),
  /** What was filled in, by the fields' names. */
  fields: z.record(z.string().max(200), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])),
  submittedAt: moment.optional(),
});

const outcome = z.strictObject({
  contact: z.union([
    z.strictObject({ id: z.uuid() }),
    z
      .strictObject({ externalId: contactFields.externalId, email: contactFields.email })
      .refine(known, needsIdentity),
  ]),
  outcome: outcomeResult,
  at: moment.optional(),
  note: z.string().max(2_000).optional(),
});

/** What messages may say, by their `type`. */
export const incomingMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("contact"), data: contact }),
  z.object({ type: z.literal("interaction"), data: interaction }),
  z.object({ type: z.literal("form_submission"), data: formSubmission }),
  z.object({ type: z.literal("outcome"), data: outcome }),
]);
export type IncomingKind = z.infer<typeof incomingMessage>;
export type ContactData = z.infer<typeof contact>;
export type InteractionData = z.infer<typeof interaction>;
export type FormData = z.infer<typeof formSubmission>;
export type OutcomeData = z.infer<typeof outcome>;
