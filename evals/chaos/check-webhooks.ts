import type { Journal } from "./journal.ts";
import type { WebhookReceiver } from "./webhook-receiver.ts";

export interface WebhookFindings {
  /** Acknowledged contacts that nobody was told of. */
  untold: string[];
  /** Told of, and another workspace's. */
  foreign: string[];
  changed: string[];
  unsigned: number;
}

/** Judges what one workspace's endpoint was told. */
export function checkWebhooks(receiver: WebhookReceiver, journal: Journal, mark: string): WebhookFindings {
  const told = new Set(receiver.told("contact.created"));
  const made = journal.acknowledged("contact");
  const of = (own: boolean) =>
    made.filter(({ tenant }) => (tenant === mark) === own).map(({ id = "" }) => id);
  return {
    untold: of(true).filter((id) => !told.has(id)),
    foreign: of(false).filter((id) => told.has(id)),
    changed: receiver.changed(),
    unsigned: receiver.unsigned(),
  };
}
