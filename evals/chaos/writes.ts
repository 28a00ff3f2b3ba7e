import { randomUUID } from "node:crypto";
import type { Answer, Client, Intent } from "./client.ts";
import type { Journal, Write, WriteKind } from "./journal.ts";
import type { ChaosTenant } from "./tenants.ts";

/** What one client works with. */
export interface Writer {
  tenant: ChaosTenant;
  client: Client;
  journal: Journal;
  random(): number;
  /** Contacts that this client made, which no other one changes; with the version that was last seen. */
  own: { id: string; version: string; ended: boolean }[];
}

type Write1 = (writer: Writer) => Promise<void>;

/** Every write that clients do, with its weight. */
export const writes: readonly (readonly [number, Write1])[] = [
  [4, createContact],
  [6, logInteraction],
  [1, recordOutcome],
  [2, createFollowUp],
  [4, changeContact],
  [0.3, startScoring],
  [0.3, draftReply],
];

async function createContact(writer: Writer): Promise<void> {
  const { mark } = writer.tenant;
  const intent = (marker: string): Intent => ({
    method: "POST",
    path: "/contacts",
    body: { firstName: "Ada", lastName: mark, email: `${marker}@${mark}.example`, company: `${mark} mills` },
  });
  const answer = await send(writer, { kind: "contact", intent });
  if (answer) writer.own.push({ id: answer.body.id, version: answer.body.version, ended: false });
}

async function logInteraction(writer: Writer): Promise<void> {
  const contact = anyOf(writer, writer.own);
  if (!contact) return createContact(writer);
  const intent = (marker: string): Intent => ({
    method: "POST",
    path: "/interactions",
    body: {
      contactId: contact.id,
      type: "EMAIL",
      direction: "INBOUND",
      content: `${marker} What does the ${writer.tenant.mark} loom cost, and how long is its warranty?`,
    },
  });
  await send(writer, { kind: "interaction", contactId: contact.id, intent });
}

/** Each lead ends once. */
async function recordOutcome(writer: Writer): Promise<void> {
  const contact = anyOf(
    writer,
    writer.own.slice(0, -3).filter(({ ended }) => !ended),
  );
  if (!contact) return createContact(writer);
  contact.ended = true;
  const intent = (marker: string): Intent => ({
    method: "POST",
    path: `/contacts/${contact.id}/outcomes`,
    body: { outcome: writer.random() < 0.5 ? "won" : "lost", note: `${marker} ${writer.tenant.mark}` },
  });
  await send(writer, { kind: "outcome", contactId: contact.id, intent });
}

async function createFollowUp(writer: Writer): Promise<void> {
  const contact = anyOf(writer, writer.own);
  if (!contact) return createContact(writer);
  const intent = (marker: string): Intent => ({
    method: "POST",
    path: "/follow-ups",
    body: { contactId: contact.id, dueAt: "2026-12-01T09:00:00Z", text: `${marker} ${writer.tenant.mark}` },
  });
  await send(writer, { kind: "follow-up", contactId: contact.id, intent });
}

async function changeContact(writer: Writer): Promise<void> {
  const contact = anyOf(writer, writer.own);
  if (!contact) return createContact(writer);
  const versioned = writer.random() < 0.4;
  const intent = (marker: string): Intent => ({
    method: "PATCH",
    path: `/contacts/${contact.id}`,
    body: { position: `${marker} ${writer.tenant.mark}` },
    ...(versioned ? { headers: { "if-match": `"${contact.version}"` } } : {}),
  });
  const answer = await send(writer, {
    kind: "change",
    contactId: contact.id,
    intent,
    mayConflict: versioned,
  });
  if (answer) contact.version = answer.body.version;
}

async function startScoring(writer: Writer): Promise<void> {
  const intent = (): Intent => ({ method: "POST", path: "/scoring-jobs", body: { scope: "open" } });
  await send(writer, { kind: "job", intent });
}

async function draftReply(writer: Writer): Promise<void> {
  const conversationId = anyOf(writer, writer.tenant.conversationIds);
  const intent = (): Intent => ({ method: "POST", path: "/drafts", body: { conversationId } });
  await send(writer, { kind: "draft", intent });
}

interface Sent {
  kind: WriteKind;
  contactId?: string;
  intent(marker: string): Intent;
  /** Whether another change may have come before it. */
  mayConflict?: boolean;
}

/** Sends a write until it is decided, and writes down what came of it. @returns the answer, if it was a yes */
async function send(
  writer: Writer,
  { kind, contactId, intent, mayConflict }: Sent,
): Promise<Answer | undefined> {
  const { journal, tenant, client } = writer;
  const write: Write = journal.add({ kind, tenant: tenant.mark, ...(contactId ? { contactId } : {}) });
  const { headers, ...rest } = intent(write.marker);
  const key = { "idempotency-key": `${write.marker}-${randomUUID().slice(0, 8)}` };
  const answer = await client.persist({ ...rest, headers: { ...headers, ...key } });
  if (!answer) return undefined;
  if (answer.status >= 300) {
    write.state = "refused";
    if (!(mayConflict && answer.status === 409))
      write.unexpected = `${answer.status} ${answer.text.slice(0, 300)}`;
    return undefined;
  }
  write.state = "acknowledged";
  write.id = kind === "draft" ? answer.body.draftId : answer.body.id;
  if (kind === "contact") write.contactId = answer.body.id;
  return answer;
}

function anyOf<T>({ random }: Writer, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}
