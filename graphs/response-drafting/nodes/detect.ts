import { reasonForPerson } from "#tools/write-hand-over.ts";
import type { DraftingTools } from "../ports.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Reads what the message is after, what it asks, and whether it looks as if it were meant for an assistant. */
export const detect =
  ({ detectIntent, readInjection }: Pick<DraftingTools, "detectIntent" | "readInjection">) =>
  ({ thread }: DraftingState): DraftingUpdate => {
    const { text } = thread.answers;
    const reading = detectIntent(text);
    const injection = readInjection(text);
    const reason = reasonForPerson(thread, reading, injection);
    return { reading, injection, ...(reason === undefined ? {} : { reason }) };
  };
