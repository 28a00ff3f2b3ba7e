/** Types of events that endpoints may be told of; others stay within the service. */
export const publishedTypes = [
  "contact.created",
  "contact.updated",
  "contact.deleted",
  "interaction.logged",
  "interaction.updated",
  "interaction.deleted",
  "outcome.recorded",
  "lead.score_changed",
  "import.completed",
  "follow-up.due",
  "job.finished",
  "budget.reached",
  "user.created",
  "role.changed",
  "access.granted",
  "webhook.disabled",
] as const;
export type PublishedType = (typeof publishedTypes)[number];

/** What a try-out message is called; no endpoint asks for it. */
export const testType = "webhook.test";

export function isPublished(type: string): boolean {
  return publishedTypes.some((published) => published === type);
}
