import { createHash } from "node:crypto";
import type { LabelledLead, SnapshotInteraction } from "../snapshots/snapshot.ts";

/**
 * SHA-256, in hex, of what a model is trained on. It depends on neither the order of the leads nor the ids that Rapport
 * gave them, so the same file in another workspace has the same hash, and any other key, outcome, date, field or
 * interaction another one.
 * @param now the moment of the training: leads without dates are seen at it, which says nothing about them.
 */
export function dataHash(leads: readonly LabelledLead[], now: Date): string {
  const digests = leads.map((lead) => sha256(JSON.stringify(canonical(lead, now)))).sort();
  return sha256(digests.join());
}

function canonical({ key, snapshot, result, endedAt }: LabelledLead, now: Date): unknown[] {
  const { contactId: _, asOf, interactions, fields, ...rest } = snapshot;
  const moment = asOf.getTime() === now.getTime() ? null : asOf;
  return [key, result, endedAt, moment, sorted(rest), sorted(fields), timeline(interactions)];
}

/** What happened, conversation by conversation, in an order that no id decides: ids differ between imports. */
function timeline(interactions: readonly SnapshotInteraction[]): string[] {
  const conversations = Map.groupBy(interactions, ({ conversationId }) => conversationId ?? null);
  return [...conversations]
    .map(([id, messages]) => JSON.stringify([id === null, messages.map(message).sort()]))
    .sort();
}

function message({ id: _, conversationId: __, ...rest }: SnapshotInteraction): string {
  return JSON.stringify(sorted(rest));
}

function sorted(values: object): [string, unknown][] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
