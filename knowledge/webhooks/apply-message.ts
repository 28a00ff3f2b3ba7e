import { usualChannel } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { readContactView } from "../crm/contact-view.ts";
import { logInteraction, type NewInteraction } from "../crm/log-interaction.ts";
import { recordOutcome } from "../crm/outcomes.ts";
import type { Transaction } from "../db/database.ts";
import type { ContactData, FormData, IncomingKind, InteractionData, OutcomeData } from "./message-kinds.ts";
import { findSenderContact, upsertSenderContact } from "./upsert-sender-contact.ts";

/** Our ids of what a message made or changed. */
export interface Applied {
  contactId: string;
  interactionId?: string;
}

export interface MessageToApply {
  message: IncomingKind;
  /** The same for every time that the message is worked on: what it makes is made once. */
  key: string;
  receivedAt: Date;
}

/** Carries out what a message says, on behalf of its source. @throws AppError for what cannot be carried out */
export async function applyMessage(
  tx: Transaction,
  principal: Principal,
  { message, key, receivedAt }: MessageToApply,
): Promise<Applied> {
  const given = { key, at: receivedAt.toISOString() };
  switch (message.type) {
    case "contact":
      return { contactId: (await upsertSenderContact(tx, principal, message.data)).id };
    case "interaction":
      return applyInteraction(tx, principal, { data: message.data, ...given });
    case "form_submission":
      return applyForm(tx, principal, { data: message.data, ...given });
    case "outcome":
      return applyOutcome(tx, principal, { data: message.data, ...given });
  }
}

interface Given<Data> {
  data: Data;
  key: string;
  /** ISO 8601: when the message came, where it does not say when it happened. */
  at: string;
}

async function applyInteraction(
  tx: Transaction,
  principal: Principal,
  { data, key, at }: Given<InteractionData>,
): Promise<Applied> {
  const { contact, occurredAt = at, externalId = key, ...said } = data;
  const contactId = await contactOf(tx, principal, contact);
  const { id } = await logInteraction(tx, principal, {
    ...silent,
    ...present(said),
    contactId,
    externalId,
    at: occurredAt,
    type: said.type,
    channel: said.channel ?? usualChannel[said.type],
  });
  return { contactId, interactionId: id };
}

async function applyForm(
  tx: Transaction,
  principal: Principal,
  { data, key, at }: Given<FormData>,
): Promise<Applied> {
  const { id: contactId } = await upsertSenderContact(tx, principal, data.contact);
  const filled = Object.entries(data.fields).filter(([, value]) => value !== null && value !== "");
  const { id } = await logInteraction(tx, principal, {
    ...silent,
    contactId,
    externalId: key,
    at: data.submittedAt ?? at,
    type: "FORM_SUBMISSION",
    channel: usualChannel.FORM_SUBMISSION,
    direction: "INBOUND",
    subject: data.form,
    content: filled.map(([field, value]) => `${field}: ${value}`).join("\n") || null,
    metadata: { form: data.form },
  });
  return { contactId, interactionId: id };
}

async function applyOutcome(
  tx: Transaction,
  principal: Principal,
  { data, key, at }: Given<OutcomeData>,
): Promise<Applied> {
  const contactId =
    "id" in data.contact
      ? (await readContactView(tx, principal, data.contact.id)).id
      : await findSenderContact(tx, principal, data.contact);
  if (!contactId) {
    throw new AppError("NOT_FOUND", "No contact has that externalId or email. Send the contact first.");
  }
  await recordOutcome(tx, principal, {
    contactId,
    result: data.outcome,
    at: new Date(data.at ?? at),
    source: `user:${principal.user}`,
    note: data.note ?? null,
    idempotencyKey: key,
  });
  return { contactId };
}

async function contactOf(
  tx: Transaction,
  principal: Principal,
  contact: InteractionData["contact"],
): Promise<string> {
  if ("id" in contact) return contact.id;
  return (await upsertSenderContact(tx, principal, contact satisfies ContactData)).id;
}

/** An interaction of which nothing is said. */
const silent: Omit<NewInteraction, "contactId" | "externalId" | "at" | "type" | "channel"> = {
  activity: null,
  direction: null,
  subject: null,
  content: null,
  duration: null,
  userId: null,
  outcome: null,
  sender: null,
  metadata: {},
};

/** Without what is undefined, which would hide what stands before it. */
function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
