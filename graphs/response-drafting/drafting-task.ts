import type { DraftingTask } from "#core/drafter.ts";
import type { DraftingState } from "./state.ts";

const messagesShown = 12;

/** What a drafter is given: all of the thread that a reply needs, and nothing to act with. */
export function draftingTask({ thread, reading, sources, request }: DraftingState): DraftingTask {
  const { answers, messages, rules, contact, sender, settings } = thread;
  const ruled = rules.filter(
    ({ kind, topic }) => kind === "length" && (topic === null || topic === reading.intent),
  );
  const lengths = ruled.map(({ value }) => Number.parseInt(value, 10)).filter((length) => length > 0);
  return {
    incoming: answers.text,
    history: messages
      .filter(({ id }) => id !== answers.interactionId)
      .slice(-messagesShown)
      .map(({ direction, text, at }) => ({ direction, text, at: at.toISOString() })),
    questions: reading.questions,
    intent: reading.intent,
    sources,
    rules: rules.filter(({ topic }) => topic === null || topic === reading.intent),
    names: { contactFirstName: contact.firstName, senderName: sender.name },
    maxLength: Math.min(settings.user.max_response_length, ...lengths),
    instructions: request.instructions,
  };
}
