import { idsOf, mostOfAKind, speakerOf } from "./kept.ts";
import type { ReadMessage } from "./read-message.ts";
import { type ObjectionKind, objectionKind, type Signal } from "./signal.ts";

/** What the contact holds against it: the latest message of each kind of objection, three kinds at most, the latest first chosen. */
export function findObjections(messages: readonly ReadMessage[]): Signal[] {
  const raised = objectionKind.options.flatMap((about) => {
    const raising = messages.filter(({ told }) => told.some(({ name }) => name === about));
    const last = raising.at(-1);
    return last ? [toSignal(about, last, raising)] : [];
  });
  return raised.toSorted((a, b) => a.at.getTime() - b.at.getTime()).slice(-mostOfAKind);
}

function toSignal(about: ObjectionKind, last: ReadMessage, raising: readonly ReadMessage[]): Signal {
  return {
    kind: "objection",
    at: last.at,
    messageIds: idsOf(raising),
    quote: last.told.find(({ name }) => name === about)?.quote ?? null,
    speaker: speakerOf(last),
    about,
    detail: { messages: raising.length },
  };
}
